import type { Batch } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import type { FitOptions } from './fit-options.ts';
import { fitPlan } from './fit-plan.ts';

async function* none(): AsyncGenerator<Batch, void, undefined> {}

const OPTIONS: FitOptions = {
  training: none,
  validation: none,
  classes: 2,
  stepsPerEpoch: 3,
  epochs: 4,
  learningRate: 0.1,
};

describe('fitPlan', () => {
  test('fills in a constant rate, no smoothing and no early stopping', () => {
    const { stages, labelSmoothing, earlyStopping } = fitPlan(OPTIONS);
    const schedule = { name: 'constant', warmUpEpochs: 0 };
    expect({ stages, labelSmoothing, earlyStopping }).toEqual({
      stages: [{ epochs: 4, learningRate: 0.1, schedule }],
      labelSmoothing: 0,
      earlyStopping: undefined,
    });
  });

  test('fills in the fields of a schedule and of early stopping', () => {
    const { stages, earlyStopping } = fitPlan({
      ...OPTIONS,
      schedule: { name: 'cosine' },
      earlyStopping: { patience: 2 },
    });
    expect(stages[0]!.schedule).toEqual({ name: 'cosine', final: 0, warmUpEpochs: 0 });
    expect(earlyStopping).toEqual({ patience: 2, minDelta: 0, monitor: 'validationLoss' });
  });

  test.each<[keyof FitOptions, number | readonly number[]]>([
    ['classes', 1],
    ['stepsPerEpoch', 0],
    ['stepsPerEpoch', 1.5],
    ['epochs', -1],
    ['learningRate', 0],
    ['learningRate', Infinity],
    ['labelSmoothing', 1],
    ['labelSmoothing', -0.1],
    ['classWeights', [1]],
    ['classWeights', [1, -1]],
    ['classWeights', [1, NaN]],
  ])('refuses %s of %j, naming the option', (option, value) => {
    expect(() => fitPlan({ ...OPTIONS, [option]: value })).toThrow(`${option} must be`);
  });

  test.each<[Partial<FitOptions>, string]>([
    [{ stages: [] }, 'stages must be at least one'],
    [{ stages: [{ epochs: 1, learningRate: -1 }] }, 'learningRate must be above 0'],
    [{ stages: [0, 4].map((epochs) => ({ epochs, learningRate: 1 })) }, 'epochs of a stage must'],
    [{ stages: [4, 1].map((epochs) => ({ epochs, learningRate: 1 })) }, 'epochs must be'],
  ])('refuses %j', (part, message) => {
    expect(() => fitPlan({ ...OPTIONS, ...part })).toThrow(message);
  });

  test('refuses an unknown schedule', () => {
    const schedule = { name: 'spiral' } as unknown as FitOptions['schedule']; // as JavaScript may pass it
    expect(() => fitPlan({ ...OPTIONS, schedule })).toThrow('The schedule');
  });
});
