import { expect, test } from 'vitest';
import { objectiveSchema } from './objective-schema.ts';

test('takes every measure', () => {
  const objective = [
    { layer: 'a', measure: 'channel', channel: 0, factor: -0.5 },
    { layer: 'a', measure: 'neuron', row: 0, column: 1, channel: 2, beforeActivation: true },
    { layer: 'b', measure: 'mean-square' },
    { layer: 'b', measure: 'direction', direction: [0.5, -1] },
    { layer: 'b', measure: 'largest', factor: 2 },
    { layer: 'b', measure: 'similarity', factor: -1 },
  ];
  expect(objectiveSchema.parse(objective)).toEqual(objective);
});

test.each([
  [[]],
  [[{ layer: 'a', measure: 'smallest' }]],
  [[{ layer: 'a', measure: 'channel', channel: -1 }]],
  [[{ layer: 'a', measure: 'channel', channel: 0.5 }]],
  [[{ layer: 'a', measure: 'mean-square', chanel: 1 }]],
  [[{ layer: 'a', measure: 'direction', direction: [NaN] }]],
])('refuses %j', (objective) => {
  expect(objectiveSchema.safeParse(objective).success).toBe(false);
});
