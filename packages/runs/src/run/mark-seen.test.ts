import { expect, test } from 'vitest';
import type { EvaluationRecord } from './evaluation-record.ts';
import { markSeen } from './mark-seen.ts';

const evaluation: EvaluationRecord = {
  samples: 3,
  accuracy: 2 / 3,
  loss: 1,
  classes: [],
  confusion: [],
  topLosses: [],
};
const rows = [
  ['path', 'label', 'predicted'],
  ['a/1.png', 'a', 'a'],
  ['a/2.png', 'a', 'a'],
  ['b/1.png', 'b', 'a'],
];

test('images that were seen are counted and marked, and the others have an accuracy', () => {
  const marked = markSeen({ evaluation, rows }, new Map([['a/1.png', 'training']]));
  expect(marked.evaluation.seen).toEqual({ training: 1, validation: 0, unseenAccuracy: 0.5 });
  expect(marked.rows).toEqual([
    ['path', 'label', 'predicted', 'seen'],
    ['a/1.png', 'a', 'a', 'training'],
    ['a/2.png', 'a', 'a', ''],
    ['b/1.png', 'b', 'a', ''],
  ]);
});

test('without seen images, or without others, there is no further accuracy', () => {
  expect(markSeen({ evaluation, rows }, new Map()).evaluation.seen).toEqual({
    training: 0,
    validation: 0,
  });
  const all = new Map(rows.slice(1).map(([id = '']) => [id, 'validation'] as const));
  expect(markSeen({ evaluation, rows }, all).evaluation.seen).toEqual({
    training: 0,
    validation: 3,
  });
});

test('where it is not known nothing is added', () => {
  expect(markSeen({ evaluation, rows }, undefined)).toEqual({ evaluation, rows });
});
