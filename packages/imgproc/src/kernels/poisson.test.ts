import { expect, test } from 'vitest';
import { poisson } from './poisson.ts';

test('the probabilities follow from one another, and the last one is the rest', () => {
  const [none, one, two, more] = poisson(2, 3);
  expect(none).toBeCloseTo(Math.exp(-2), 15);
  expect(one).toBeCloseTo(2 * Math.exp(-2), 15);
  expect(two).toBeCloseTo(2 * Math.exp(-2), 15);
  expect(more).toBeCloseTo(1 - 5 * Math.exp(-2), 15);
});

test('without a mean nothing happens', () => {
  expect([...poisson(0, 2)]).toEqual([1, 0, 0]);
});
