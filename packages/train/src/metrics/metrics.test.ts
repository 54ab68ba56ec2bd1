import { describe, expect, test } from 'vitest';
import { accuracy } from './accuracy.ts';
import { classScores } from './class-scores.ts';
import { confusion } from './confusion.ts';
import { crossEntropyOf, logLoss } from './log-loss.ts';
import { topK } from './top-k.ts';

const labels = Int32Array.of(0, 0, 0, 1, 1, 2);
const predicted = Int32Array.of(0, 1, 0, 1, 1, 1);

test('accuracy is the share of right answers', () => {
  expect(accuracy(labels, predicted)).toBe(4 / 6);
  expect(accuracy(new Int32Array(0), new Int32Array(0))).toBeNaN();
});

test('confusion has the true classes in rows', () => {
  expect(confusion(labels, predicted, 3)).toEqual([
    [2, 1, 0],
    [0, 2, 0],
    [0, 1, 0],
  ]);
});

test('confusion refuses what is no class', () => {
  expect(() => confusion(Int32Array.of(0, 5), Int32Array.of(0, 1), 2)).toThrow('a label must be');
  expect(() => confusion(Int32Array.of(0), Int32Array.of(-1), 2)).toThrow('a predicted class');
  expect(() => confusion(Int32Array.of(0, 1), Int32Array.of(0), 2)).toThrow('a predicted class');
});

describe('classScores', () => {
  test('gives the scores of scikit-learn, 0 for a class that is never predicted', () => {
    // precision_recall_fscore_support([0,0,0,1,1,2], [0,1,0,1,1,1], zero_division=0)
    expect(classScores(confusion(labels, predicted, 3))).toEqual([
      { precision: 1, recall: 2 / 3, f1: 0.8, support: 3 },
      { precision: 0.5, recall: 1, f1: 2 / 3, support: 2 },
      { precision: 0, recall: 0, f1: 0, support: 1 },
    ]);
  });

  test('gives zeros for a class without samples', () => {
    const scores = classScores([
      [1, 0],
      [0, 0],
    ]);
    expect(scores[1]).toEqual({ precision: 0, recall: 0, f1: 0, support: 0 });
  });
});

describe('logLoss', () => {
  test('is the mean of the true classes', () => {
    // log_loss([0, 1], [[0.75, 0.25], [0.5, 0.5]]) = 0.490414626505863
    const probabilities = Float32Array.of(0.75, 0.25, 0.5, 0.5);
    expect(logLoss(Int32Array.of(0, 1), probabilities)).toBeCloseTo(0.490414626505863, 12);
  });

  test('stays finite where the true class has no probability', () => {
    expect(crossEntropyOf([1, 0], 1)).toBeCloseTo(16.11809565095832, 12);
  });

  test('is NaN for a NaN', () => {
    expect(crossEntropyOf([NaN, 0], 0)).toBeNaN();
  });
});

test('topK counts the true class among the most probable ones, the lower class first where equal', () => {
  // top_k_accuracy_score([0, 1, 2], [[0.5, 0.3, 0.2], [0.5, 0.3, 0.2], [0.5, 0.3, 0.2]], k=2) = 2 / 3
  const probabilities = Float32Array.of(0.5, 0.3, 0.2, 0.5, 0.3, 0.2, 0.5, 0.3, 0.2);
  const truth = Int32Array.of(0, 1, 2);
  expect([1, 2, 3].map((k) => topK(truth, probabilities, k))).toEqual([1 / 3, 2 / 3, 1]);
  expect(topK(Int32Array.of(1), Float32Array.of(0.5, 0.5), 1)).toBe(0);
  expect(topK(Int32Array.of(1), Float32Array.of(NaN, NaN), 1)).toBe(0);
  expect(topK(Int32Array.of(4), Float32Array.of(0.5, 0.5), 1)).toBe(0);
});
