import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { fillWords, noiseState, noiseWords } from './noise-stream.ts';

const state = () => noiseState(rngAt(0, ['noise']));

test('gives the recorded numbers', () => {
  // They may change only in a major version: finished runs are repeated with them.
  const words = new Int32Array(8);
  fillWords(state(), words);
  expect([...words]).toMatchInlineSnapshot(`
    [
      607638753,
      1616650877,
      2054181233,
      -1658322645,
      -137278724,
      1009899550,
      -484118,
      426011385,
    ]
  `);
});

test('a stream goes on where it stopped', () => {
  const [all, part, moving] = [new Int32Array(16), new Int32Array(8), state()];
  fillWords(state(), all);
  fillWords(moving, part);
  fillWords(moving, part);
  expect(part).toEqual(all.slice(8));
});

test('all channels of a pixel may have the same word', () => {
  const words = new Int32Array(4);
  fillWords(state(), words);
  expect([...noiseWords(state(), 6, false)]).toEqual([0, 0, 0, 1, 1, 1].map((at) => words[at]));
  expect([...noiseWords(state(), 4, true)]).toEqual([...words]);
});

test('the bits of the words are even', () => {
  const words = noiseWords(state(), 60_000, true);
  for (let bit = 0; bit < 32; bit++) {
    const ones = words.reduce((sum, word) => sum + ((word >>> bit) & 1), 0);
    expect(Math.abs(ones - 30_000)).toBeLessThan(420); // 3.4 standard errors
  }
});
