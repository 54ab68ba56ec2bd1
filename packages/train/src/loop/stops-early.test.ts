import { expect, test } from 'vitest';
import { earlyStoppingSchema } from '../schedule/early-stopping.ts';
import { stopsEarly } from './stops-early.ts';

const earlyStopping = earlyStoppingSchema.parse({ patience: 2 });
const history = (losses: readonly number[]) =>
  losses.map((validationLoss) => ({ validationLoss, validationAccuracy: 0 }));

test('compares the epochs of the stage only', () => {
  const losses = history([1, 5, 4, 3]);
  expect(stopsEarly(losses, { start: 0, earlyStopping })).toBe(true);
  expect(stopsEarly(losses, { start: 1, earlyStopping })).toBe(false);
  expect(stopsEarly(losses, { start: 0 })).toBe(false);
});

test('counts patience from an epoch of the training on', () => {
  const losses = history([9, 9, 1, 2, 3]);
  expect(stopsEarly(losses, { start: 2, earlyStopping, patienceFrom: 3 })).toBe(true);
  expect(stopsEarly(losses, { start: 2, earlyStopping, patienceFrom: 4 })).toBe(false);
});
