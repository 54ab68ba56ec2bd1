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

test('both halves of a key count', () => {
  const streams = [first([1, 2]), first([2, 1]), first([1, 3]), first([0, 2])];
  expect(new Set(streams.map((numbers) => numbers.join())).size).toBe(4);
});

// Logs are replayed by these numbers: they may change only with a new major version.
test('stays what it was', () => {
  expect(first([1, 2])).toMatchInlineSnapshot(`
    [
      1456584564,
      2683818145,
    ]
  `);
});
