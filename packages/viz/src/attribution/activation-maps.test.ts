import { expect, test } from 'vitest';
import { activationMaps } from './activation-maps.ts';

const output = { shape: [1, 1, 2, 3], data: Float32Array.of(1, 5, 0, 3, 9, 0) };

test('the channels with the largest mean are first', () => {
  const maps = activationMaps(output);
  expect(maps.map(({ channel, mean, values }) => [channel, mean, ...values])).toEqual([
    [1, 7, 5, 9],
    [0, 2, 1, 3],
    [2, 0, 0, 0],
  ]);
  expect(maps[0]).toMatchObject({ height: 1, width: 2 });
});

test('at most so many are returned', () => {
  expect(activationMaps(output, { most: 1 }).map(({ channel }) => channel)).toEqual([1]);
});

test('an output without rows and columns is refused', () => {
  expect(() => activationMaps({ shape: [1, 3], data: new Float32Array(3) })).toThrow(
    'rows and columns',
  );
});
