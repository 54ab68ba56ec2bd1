import { expect, test } from 'vitest';
import { firstAndLast } from './first-and-last.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

test('all of up to 60 rows are drawn', () => {
  expect(firstAndLast(numbers(60))).toEqual({ rows: numbers(60), note: '' });
});

test('of more rows the first and the last 30 are drawn', () => {
  const { rows, note } = firstAndLast(numbers(61));
  expect(rows).toEqual([...numbers(30), ...numbers(30).map((number) => number + 31)]);
  expect(note).toBe('; the first and the last 30 of 61 classes');
});
