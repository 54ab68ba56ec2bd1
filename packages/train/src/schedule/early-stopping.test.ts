import { describe, expect, test } from 'vitest';
import { earlyStoppingSchema, shouldStop } from './early-stopping.ts';

const losses = (...values: number[]) =>
  values.map((validationLoss) => ({ validationLoss, validationAccuracy: 0 }));
const rule = earlyStoppingSchema.parse({ patience: 2, minDelta: 0.01 });

describe('shouldStop', () => {
  test('goes on while the loss falls', () => {
    expect(shouldStop(losses(), rule)).toBe(false);
    expect(shouldStop(losses(3, 2, 1), rule)).toBe(false);
  });

  test('stops after two epochs without an improvement by more than minDelta', () => {
    expect(shouldStop(losses(1, 0.995), rule)).toBe(false);
    expect(shouldStop(losses(1, 0.995, 0.992), rule)).toBe(true);
    expect(shouldStop(losses(1, 0.995, 0.98), rule)).toBe(false);
  });

  test('counts the patience from a later epoch, against the best value of all epochs', () => {
    const later = { ...rule, patienceFrom: 4 };
    expect(shouldStop(losses(1, 2, 2, 2), later)).toBe(false);
    expect(shouldStop(losses(1, 2, 2, 2, 2), later)).toBe(false);
    expect(shouldStop(losses(1, 2, 2, 2, 1.5, 1.4), later)).toBe(true);
    expect(shouldStop(losses(1, 2, 2, 2, 1.5, 0.9, 2), later)).toBe(false);
  });

  test('does not count NaN as an improvement', () => {
    expect(shouldStop(losses(NaN, NaN), rule)).toBe(true);
    expect(shouldStop(losses(1, NaN, 0.5), rule)).toBe(false);
  });

  test('counts a higher accuracy as an improvement', () => {
    const upwards = earlyStoppingSchema.parse({ patience: 1, monitor: 'validationAccuracy' });
    const history = (...values: number[]) =>
      values.map((validationAccuracy) => ({ validationAccuracy, validationLoss: 0 }));
    expect(shouldStop(history(0.5, 0.6), upwards)).toBe(false);
    expect(shouldStop(history(0.5, 0.5), upwards)).toBe(true);
  });
});
