import { describe, expect, test } from 'vitest';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { centralDifferences, lossInGraph } from '../../../test/loss-in-graph.ts';
import { crossEntropy } from './cross-entropy.ts';

const TARGETS = [1, 0, 0, 0.1, 0.2, 0.7];
const WEIGHTS = [2, 0.5];

const computed = (logits: readonly number[]) =>
  lossInGraph(crossEntropy, { logits, targets: TARGETS, weights: WEIGHTS });

/** By the definition, in double precision. */
function definition(logits: readonly number[]): number {
  const rows = [0, 1].map((row) => {
    const values = logits.slice(3 * row, 3 * row + 3).map(Math.exp);
    const total = values.reduce((sum, value) => sum + value);
    return values.reduce(
      (sum, value, at) => sum - TARGETS[3 * row + at]! * Math.log(value / total),
      0,
    );
  });
  return (rows[0]! * WEIGHTS[0]! + rows[1]! * WEIGHTS[1]!) / 2;
}

const LOGITS = [0.3, -1, 2, 1.5, 0.2, 0.9];

describe.skipIf(onnxruntime === undefined)('crossEntropy', () => {
  test('is the weighted mean over the samples', () => {
    expect(computed(LOGITS)['loss']![0]).toBeCloseTo(definition(LOGITS), 5);
  });

  test('has the gradient of finite differences', () => {
    const { gradient } = computed(LOGITS);
    for (const [at, derivative] of centralDifferences(definition, LOGITS).entries())
      expect(gradient![at]).toBeCloseTo(derivative, 5);
  });

  test('counts the samples whose largest logit is at their largest target', () => {
    expect(computed(LOGITS)['correct']).toEqual([0]);
    expect(computed([2, 0, 0, 0, 0, 1])['correct']).toEqual([2]);
  });

  test('does not overflow', () => {
    const { loss, gradient } = computed([1000, -1000, 0, 500, -500, 500]);
    expect(Number.isFinite(loss![0])).toBe(true);
    expect(gradient!.every(Number.isFinite)).toBe(true);
  });
});
