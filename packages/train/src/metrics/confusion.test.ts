import { expect, test } from 'vitest';
import { confusion } from './confusion.ts';

const labels = Int32Array.of(0, 0, 0, 1, 1, 2);
const predicted = Int32Array.of(0, 1, 0, 1, 1, 1);

test('confusion has the true classes in rows', () => {
  expect(confusion(labels, predicted, 3)).toEqual([
    [2, 1, 0],
    [0, 2, 0],
    [0, 1, 0],
  ]);
});

test('confusion refuses labels and predictions that are not classes', () => {
  expect(() => confusion(Int32Array.of(0, 5), Int32Array.of(0, 1), 2)).toThrow('a label must be');
  expect(() => confusion(Int32Array.of(0), Int32Array.of(-1), 2)).toThrow('a predicted class');
  expect(() => confusion(Int32Array.of(0, 1), Int32Array.of(0), 2)).toThrow('a predicted class');
});
