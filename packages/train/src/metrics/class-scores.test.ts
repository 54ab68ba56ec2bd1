import { describe, expect, test } from 'vitest';
import { classScores } from './class-scores.ts';

describe('classScores', () => {
  test('gives the scores of scikit-learn, 0 for a class that is never predicted', () => {
    // precision_recall_fscore_support([0,0,0,1,1,2], [0,1,0,1,1,1], zero_division=0)
    const counts = [
      [2, 1, 0],
      [0, 2, 0],
      [0, 1, 0],
    ];
    expect(classScores(counts)).toEqual([
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
