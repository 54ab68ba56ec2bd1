import { describe, expect, test } from 'vitest';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { centralDifferences, lossInGraph } from '../../../test/loss-in-graph.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';

const TARGETS = [1, 0, 1, 0, 0.05, 0.95];
const WEIGHTS = [2, 0.5];
const LOGITS = [0.3, -1, 2, 1.5, 0.2, -0.9];

const computed = (logits: readonly number[]) =>
  lossInGraph(binaryCrossEntropy, { logits, targets: TARGETS, weights: WEIGHTS });

/** By the definition, in double precision: the mean over tags, and the weighted sum over samples divided by their number. */
function definition(logits: readonly number[]): number {
  return logits.reduce((sum, logit, at) => {
    const probability = 1 / (1 + Math.exp(-logit));
    const target = TARGETS[at]!;
    const loss = -target * Math.log(probability) - (1 - target) * Math.log(1 - probability);
    return sum + (loss * WEIGHTS[Math.floor(at / 3)]!) / 3 / 2;
  }, 0);
}

describe.skipIf(onnxruntime === undefined)('binaryCrossEntropy', () => {
  test('is the weighted mean over samples and tags', () => {
    expect(computed(LOGITS)['loss']![0]).toBeCloseTo(definition(LOGITS), 5);
  });

  test('has the gradient of finite differences', () => {
    const { gradient } = computed(LOGITS);
    for (const [at, derivative] of centralDifferences(definition, LOGITS).entries())
      expect(gradient![at]).toBeCloseTo(derivative, 5);
  });

  test('counts the share of tags that are right', () => {
    expect(computed(LOGITS)['correct']![0]).toBeCloseTo(1 + 0, 6);
    expect(computed([1, -1, 1, -1, -1, 1])['correct']![0]).toBeCloseTo(2, 6);
  });

  test('does not overflow', () => {
    const { loss, gradient } = computed([1000, -1000, 0, 500, -500, 500]);
    expect(Number.isFinite(loss![0])).toBe(true);
    expect(gradient!.every(Number.isFinite)).toBe(true);
  });
});
