import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { gridShuffle } from './grid-shuffle.ts';

const spec = { op: 'grid-shuffle', rows: 1, columns: 2 };
const numbers = { rows: 1, columns: 2, order: [1, 0] };

test('shuffles tiles of an image and of its mask', () => {
  expect(numbersOf(applyOp(spec, numbered(1, 4), numbers))).toEqual([3, 4, 1, 2]);
  expect([...moveMask(spec, maskRow(1, 2, 3, 4), numbers).data]).toEqual([3, 4, 1, 2]);
});

test('draws every order', () => {
  const three = { ...spec, columns: 3 };
  const drawn = drawnNumbers<typeof numbers>(three).map(({ order }) => order.join(''));
  expect([...new Set(drawn)].toSorted()).toEqual(['012', '021', '102', '120', '201', '210']);
});

test.each([
  [{ rows: 0 }, 'rows'],
  [{ columns: 1.5 }, 'columns'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for images smaller than the grid', () => {
  const nine = { op: 'grid-shuffle' };
  expect(contractViolations(gridShuffle, nine, numbered(6, 7))).toEqual([]);
  expect(wrongSizes(nine)).toEqual([]);
});

test('numbers from a log must be an order of all tiles', () => {
  expect(gridShuffle.numbers?.safeParse(numbers).success).toBe(true);
  for (const order of [[0], [0, 0], [0, 2], [0, 1, 2]])
    expect(gridShuffle.numbers?.safeParse({ ...numbers, order }).success).toBe(false);
});
