import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawSeedling } from './draw-seedling.ts';
import { planSample, type SeedlingPlan } from './plan-sample.ts';

const plans = planSample({ images: 2, size: 64 });
const hashOf = (plan: SeedlingPlan) =>
  createHash('sha256').update(drawSeedling(plan).data).digest('hex');

test('a plan gives the recorded picture', () => {
  // another hash means another drawing: then DRAWING in write-sample.ts must be raised
  expect(hashOf(plans.find(({ id }) => id === 'Maize/0001.png')!)).toBe(
    '62fbf9f6a1d9853363bf190565874f7d84eaff9412dd03d163c4fcaeb0e2e441',
  );
});

test('a picture does not depend on the order of drawing', () => {
  const inOrder = plans.map(hashOf);
  expect(plans.toReversed().map(hashOf).toReversed()).toEqual(inOrder);
  expect(new Set(inOrder).size).toBe(plans.length);
});

test('each class shows green leaves on brown soil', () => {
  for (const plan of plans) {
    const { height, width, channels, data } = drawSeedling(plan);
    expect([height, width, channels]).toEqual([64, 64, 3]);
    let green = 0;
    for (let at = 0; at < data.length; at += 3) {
      if (data[at + 1]! > data[at]! * 1.08 && data[at + 1]! > data[at + 2]! * 1.2) green++;
    }
    expect(green / (64 * 64)).toBeGreaterThan(0.002);
    expect(green / (64 * 64)).toBeLessThan(0.7);
  }
});

test('made-up species are drawn too', () => {
  const further = planSample({ classes: 50, images: 1, size: 32 }).filter(
    ({ species }) => species >= 12,
  );
  expect(new Set(further.map(hashOf)).size).toBe(38);
});
