import { describe, expect, test } from 'vitest';
import { learningRateAt, type Schedule, scheduleSchema } from './schedule.ts';

const at = (schedule: Schedule, step: number, losses: readonly number[] = []): number =>
  learningRateAt(schedule, {
    base: 0.1,
    step,
    stepsPerEpoch: 4,
    epochs: 10,
    history: losses.map((validationLoss) => ({ validationLoss })),
  });

describe('learningRateAt', () => {
  test('constant is the base rate', () => {
    const schedule = scheduleSchema.parse({ name: 'constant' });
    expect([0, 17, 39].map((step) => at(schedule, step))).toEqual([0.1, 0.1, 0.1]);
  });

  test('step multiplies the rate after every `every` epochs', () => {
    const schedule = scheduleSchema.parse({ name: 'step', every: 3, factor: 0.5 });
    expect([0, 11, 12, 23, 24].map((step) => at(schedule, step))).toEqual([
      0.1, 0.1, 0.05, 0.05, 0.025,
    ]);
  });

  test('cosine goes from the base rate to the final share of it', () => {
    const schedule = scheduleSchema.parse({ name: 'cosine', final: 0.1 });
    expect(at(schedule, 0)).toBe(0.1);
    expect(at(schedule, 20)).toBeCloseTo(0.055, 12);
    expect(at(schedule, 40)).toBeCloseTo(0.01, 12);
    expect(at(schedule, 10)).toBeCloseTo(0.1 * (0.1 + 0.9 * 0.8535533905932737), 12);
  });

  test('warm-up rises in equal steps to the base rate', () => {
    const schedule = scheduleSchema.parse({ name: 'cosine', warmUpEpochs: 1 });
    const rates = [0, 1, 2, 3, 4].map((step) => at(schedule, step));
    [0.02, 0.04, 0.06, 0.08, 0.1].forEach((rate, step) =>
      expect(rates[step]).toBeCloseTo(rate, 12),
    );
    expect(at(schedule, 40)).toBeCloseTo(0, 12);
  });

  test('plateau reduces after each run of epochs without a better loss', () => {
    const schedule = scheduleSchema.parse({
      name: 'plateau',
      factor: 0.5,
      patience: 2,
      minDelta: 0,
    });
    expect(at(schedule, 0, [])).toBe(0.1);
    expect(at(schedule, 8, [1, 1])).toBe(0.1);
    expect(at(schedule, 12, [1, 1, 1])).toBe(0.05);
    expect(at(schedule, 20, [1, 1, 1, 1, 1])).toBe(0.025);
    expect(at(schedule, 20, [1, 1, 0.5, 0.5, 0.4])).toBe(0.1);
  });

  test('plateau stops at its minimum and does not count a NaN loss as an improvement', () => {
    const schedule = scheduleSchema.parse({ name: 'plateau', patience: 1, minimum: 0.02 });
    expect(at(schedule, 12, [1, NaN, NaN])).toBe(0.02);
  });

  test('an unknown field is refused', () => {
    expect(() => scheduleSchema.parse({ name: 'constant', evry: 3 })).toThrow('evry');
  });
});
