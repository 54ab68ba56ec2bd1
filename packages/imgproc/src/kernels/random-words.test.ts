import { rngAt, streamState } from '@sprout/core';
import { expect, test } from 'vitest';
import { fillRandomWords, fillScalar, unitsOf } from './random-words.ts';

const address = ['words', 7];
const state = streamState(3, address);

test.each([0, 1, 4, 15, 16, 17, 100])('%d words are those of the stream', (length) => {
  const rng = rngAt(3, address);
  const words = new Uint32Array(length);
  fillRandomWords(words, state);
  expect(words).toEqual(words.map(() => rng.uint32()));
  fillRandomWords(words, state, 40);
  const scalar = new Uint32Array(length);
  fillScalar(scalar, state, 40);
  expect(words).toEqual(scalar);
});

test('words from another block on follow those before', () => {
  const all = new Uint32Array(30);
  fillRandomWords(all, state);
  const rest = new Uint32Array(10);
  fillRandomWords(rest, state, 20);
  expect(rest).toEqual(all.subarray(20));
});

test('numbers are those of uniform', () => {
  const rng = rngAt(3, address);
  const next = unitsOf(state);
  for (let count = 0; count < 600; count++) expect(next()).toBe(rng.uniform(0, 1));
});
