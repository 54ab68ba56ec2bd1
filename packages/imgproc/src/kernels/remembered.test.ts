import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('makes the result of two sizes once, and forgets the oldest of many', () => {
  const made: string[] = [];
  const sizes = remembered((from, to) => {
    made.push(`${from} ${to}`);
    return [from, to];
  });
  expect(sizes(1, 2)).toEqual([1, 2]);
  expect(sizes(2, 1)).toEqual([2, 1]);
  expect(sizes(1, 2)).toBe(sizes(1, 2));
  expect(made).toEqual(['1 2', '2 1']);
  for (let from = 3; from < 66; from++) sizes(from, 1);
  sizes(2, 1);
  expect(made).toHaveLength(65);
  sizes(1, 2);
  expect(made).toHaveLength(66);
});
