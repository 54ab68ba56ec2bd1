import { expect, test } from 'vitest';
import { confusedIds } from './confused-ids.ts';

const row = (path: string, label: string, predicted: string, probability = 0.5) => ({
  path,
  label,
  predicted,
  probability,
});
const predictions = [
  row('1', 'a', 'b', 0.6),
  row('2', 'b', 'a'),
  row('3', 'a', 'b', 0.9),
  row('4', 'a', 'a'),
  row('5', 'a', 'b', 0.7),
];

test('shows the surest mistakes of each pair, the most frequent pair first', () => {
  const options = { classes: ['a', 'b'], perPair: 2, most: 10 };
  expect(confusedIds(predictions, options)).toEqual([
    { label: 0, predicted: 1, ids: ['3', '5'] },
    { label: 1, predicted: 0, ids: ['2'] },
  ]);
});

test('shows no more than a number of images in all', () => {
  const options = { classes: ['a', 'b'], perPair: 3, most: 3 };
  expect(confusedIds(predictions, options)).toEqual([
    { label: 0, predicted: 1, ids: ['3', '5', '1'] },
  ]);
});
