import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawStreamKey, streamKey, streamOf } from './stream-key.ts';

const first = (key: readonly [number, number]) => {
  const rng = streamOf(key);
  return [rng.uint32(), rng.uint32()];
};

test('a key is plain data and gives the same stream again', () => {
  const key = drawStreamKey(rngAt(1, ['test']));
  const copy = streamKey.parse(JSON.parse(JSON.stringify(key)));
  expect(copy).toEqual(key);
  expect(first(copy)).toEqual(first(key));
});

test('the stream depends on both halves of a key', () => {
  const streams = [first([1, 2]), first([2, 1]), first([1, 3]), first([0, 2])];
  expect(new Set(streams.map((numbers) => numbers.join())).size).toBe(4);
});

test('gives the recorded numbers', () => {
  // They may change only in a major version: finished runs are repeated with them.
  expect(first([1, 2])).toMatchInlineSnapshot(`
    [
      1456584564,
      2683818145,
    ]
  `);
});
