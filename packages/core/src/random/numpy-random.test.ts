import { expect, test } from 'vitest';
import { numpyRandom } from './numpy-random.ts';

// The expected numbers were printed by NumPy 2.2.6 after numpy.random.seed(seed).

const many = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);

test('random and uniform give the numbers of NumPy', () => {
  const rng = numpyRandom(0);
  expect(many(3, () => rng.random())).toEqual([
    0.5488135039273248, 0.7151893663724195, 0.6027633760716439,
  ]);
  expect(many(2, () => rng.uniform(-2.5, 7))).toEqual([2.6763902384705203, 1.5247205937195947]);
});

test('integer gives the numbers of randint, also for the largest seed and the largest counts', () => {
  const rng = numpyRandom(2 ** 32 - 1);
  const counts = [1, 2, 3, 1000, 1e7, 2 ** 32 - 1, 2 ** 32];
  expect(counts.map((count) => rng.integer(count))).toEqual([
    0, 1, 2, 12, 830535, 3388880820, 2260532800,
  ]);
});

test('permutation gives the order of NumPy, and draws as much', () => {
  const rng = numpyRandom(42);
  expect([...rng.permutation(13)]).toEqual([11, 9, 0, 8, 5, 2, 1, 12, 4, 7, 10, 3, 6]);
  expect(rng.random()).toBe(0.14286681792194078);
});

test('integer gives the indices of choice', () => {
  const rng = numpyRandom(7);
  const values = [0.1, 0.3, 0.5];
  expect(many(5, () => values[rng.integer(3)])).toEqual([0.1, 0.3, 0.5, 0.1, 0.3]);
  expect(many(5, () => rng.integer(5))).toEqual([0, 1, 2, 2, 0]);
});

test('the state is renewed many times', () => {
  const rng = numpyRandom(1);
  expect(many(2000, () => rng.random()).at(-1)).toBe(0.9467282696079524);
});

test('seed starts again', () => {
  const rng = numpyRandom(1);
  rng.random();
  rng.seed(0);
  expect(rng.random()).toBe(0.5488135039273248);
});

test('an order of none or of one draws nothing', () => {
  const rng = numpyRandom(0);
  expect([...rng.permutation(0), ...rng.permutation(1)]).toEqual([0]);
  expect(rng.random()).toBe(0.5488135039273248);
});

test.each([-1, 2 ** 32, 0.5, Number.NaN])('refuses the seed %d', (seed) => {
  expect(() => numpyRandom(seed)).toThrow('seed must be a whole number from 0 to 4294967295');
});

test.each([0, 2 ** 32 + 1, Number.NaN])('refuses to draw a whole number below %d', (count) => {
  expect(() => numpyRandom(0).integer(count)).toThrow(RangeError);
});
