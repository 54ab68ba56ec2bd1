import type { Batch } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { type EvaluateEvent, evaluate } from './evaluate.ts';
import { evaluated } from './evaluated.ts';
import { predict } from './predict.ts';

/** A batch of one-pixel images: the byte of an image is the index of its probabilities in `ROWS`. */
const batch = (rows: readonly number[], labels: readonly number[]): Batch => ({
  images: Uint8Array.from(rows),
  count: rows.length,
  height: 1,
  width: 1,
  channels: 1,
  labels: Int32Array.from(labels),
  ids: rows.map((row) => `${row}.png`),
  step: 0,
});

const ROWS = [
  [0.25, 0.75],
  [0.5, 0.5],
  [1, 0],
  [NaN, 0.5],
];

const predictor = {
  predict: async (images: Uint8Array) =>
    Float32Array.from([...images].flatMap((row) => ROWS[row]!)),
};

async function* two(): AsyncGenerator<Batch, void, undefined> {
  yield batch([0, 1], [1, 1]);
  yield batch([2], [1]);
}

async function* bad(...given: Parameters<typeof batch>): AsyncGenerator<Batch, void, undefined> {
  yield batch(...given);
}

describe('predict', () => {
  test('yields the most probable class of each sample, the lowest of equal ones', async () => {
    const predictions = [];
    for await (const { id, label, predicted, probability } of predict(predictor, two()))
      predictions.push([id, label, predicted, probability]);
    expect(predictions).toEqual([
      ['0.png', 1, 1, 0.75],
      ['1.png', 1, 0, 0.5],
      ['2.png', 1, 0, 1],
    ]);
  });

  test('yields the class -1 if a probability is NaN', async () => {
    for await (const { predicted } of predict(predictor, bad([3], [0]))) expect(predicted).toBe(-1);
  });
});

describe('evaluate', () => {
  test('yields an event for each sample, then the means', async () => {
    const events: EvaluateEvent[] = [];
    for await (const event of evaluate(predictor, two())) events.push(event);
    expect(events.map(({ type }) => type)).toEqual([
      'prediction',
      'prediction',
      'prediction',
      'evaluation',
    ]);
    const [last] = events.slice(-1);
    const losses = [-Math.log(0.75), -Math.log(0.5), -Math.log(1e-7)];
    expect(last).toMatchObject({ evaluation: { samples: 3, accuracy: 1 / 3 } });
    const { evaluation } = last as Extract<EvaluateEvent, { type: 'evaluation' }>; // the last one
    expect(evaluation.loss).toBeCloseTo(losses.reduce((sum, loss) => sum + loss) / 3, 12);
  });

  test('refuses a label that is not a class of the model', async () => {
    await expect(evaluated(evaluate(predictor, bad([0], [2])))).rejects.toThrow('a label must be');
  });

  test('yields NaN without samples', async () => {
    const { samples, loss, accuracy } = await evaluated(evaluate(predictor, bad([], [])));
    expect([samples, loss, accuracy]).toEqual([0, NaN, NaN]);
  });
});

describe('evaluated', () => {
  test('returns the result, and reports the number of samples done', async () => {
    const counts: number[] = [];
    const { samples } = await evaluated(evaluate(predictor, two()), (done) => counts.push(done));
    expect([samples, counts]).toEqual([3, [1, 2, 3]]);
  });
});
