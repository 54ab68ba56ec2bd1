import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawDriver } from './draw-driver.ts';
import { type DriverPlan, planDrivers } from './plan-drivers.ts';

const plans = planDrivers({ classes: 4, images: 12, size: 64 });
const distance = (a: DriverPlan, b: DriverPlan): number => {
  const [left, right] = [drawDriver(a).data, drawDriver(b).data];
  return left.reduce((sum, value, at) => sum + Math.abs(value - right[at]!), 0) / left.length;
};

test('a plan gives the recorded picture', () => {
  // another hash means another drawing: then DRAWING in write-sample.ts must be raised
  const { data } = drawDriver(plans[0]!);
  expect(createHash('sha256').update(data).digest('hex')).toBe(
    'c70897e7f309f8fabd821fc26a295a4c54ef185fa4a35487a52232c83970584b',
  );
});

test('two images of a driver are more alike than images of two drivers in one class', () => {
  const [first, other, , , , , again] = plans.filter(({ className }) => className === 'texting');
  expect(first!.driver).toBe(again!.driver);
  expect(distance(first!, again!)).toBeLessThan(distance(first!, other!) / 3);
});
