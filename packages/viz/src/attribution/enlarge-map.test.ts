import { expect, test } from 'vitest';
import { enlargeMap } from './enlarge-map.ts';

const map = { height: 1, width: 2, values: Float32Array.of(0, 4) };

test('interpolates between centres, and repeats the edge', () => {
  const { values } = enlargeMap(map, { height: 1, width: 4 });
  expect([...values]).toEqual([0, 1, 3, 4]); // as tf.image.resize gives
});

test('enlarges rows and columns', () => {
  const square = { height: 2, width: 2, values: Float32Array.of(0, 0, 8, 8) };
  const { values } = enlargeMap(square, { height: 4, width: 2 });
  expect([...values]).toEqual([0, 0, 2, 2, 6, 6, 8, 8]);
});

test('a map of the size stays as it is', () => {
  expect(enlargeMap(map, { height: 1, width: 2 })).toBe(map);
});
