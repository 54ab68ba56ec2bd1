import { expect, test } from 'vitest';
import { armAngle, DRIVERS, planDrivers } from './plan-drivers.ts';

const plans = planDrivers({ classes: 4, images: 12, size: 16 });

test('every driver has images of every class', () => {
  expect(plans).toHaveLength(48);
  const pairs = new Set(plans.map(({ className, driver }) => `${className} ${driver}`));
  expect(pairs.size).toBe(4 * DRIVERS);
  expect(plans[0]!.id).toBe('driving/driver-1-0001.png');
});

test('a driver keeps the pose of an action, which differs between drivers', () => {
  const angles = new Map(plans.map((plan) => [`${plan.action} ${plan.driver}`, armAngle(plan)]));
  for (const plan of plans)
    expect(armAngle(plan)).toBe(angles.get(`${plan.action} ${plan.driver}`));
  expect(new Set(angles.values()).size).toBe(4 * DRIVERS);
});
