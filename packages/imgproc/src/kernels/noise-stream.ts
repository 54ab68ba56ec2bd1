import type { Rng } from '@sprout/core';

const LANES = 4;
/** Random words are made in blocks for this many values. */
export const VALUES_IN_BLOCK = 3072;
/** The same block, if the three values of a pixel share a word. */
const PIXELS_IN_BLOCK = VALUES_IN_BLOCK / 3;

/**
 * The state of four generators sfc32 of PractRand, which make random words in turns. It holds the first number of each generator, then the
 * second number of each, and so on.
 *
 * @see Doty-Humphrey, PractRand, "Small Fast Counting" generators.
 */
export function noiseState(rng: Rng): Int32Array {
  const counters = 3 * LANES;
  return Int32Array.from({ length: 4 * LANES }, (_, at) => (at < counters ? rng.uint32() : 1));
}

/** Fills an array, whose length is a multiple of 4, with the next random words of 32 bits, and moves the state on. */
export function fillWords(state: Int32Array, words: Int32Array): void {
  for (let lane = 0; lane < LANES; lane++) {
    let a = state[lane]!;
    let b = state[LANES + lane]!;
    let c = state[2 * LANES + lane]!;
    let counter = state[3 * LANES + lane]!;
    for (let at = lane; at < words.length; at += LANES) {
      const word = (a + b + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      words[at] = word;
    }
    state[lane] = a;
    state[LANES + lane] = b;
    state[2 * LANES + lane] = c;
    state[3 * LANES + lane] = counter;
  }
}

/**
 * One random word for each value, or for each pixel the same three times.
 *
 * @param count The number of values.
 */
export function noiseWords(state: Int32Array, count: number, perChannel: boolean): Int32Array {
  const words = new Int32Array(count);
  const block = new Int32Array(perChannel ? VALUES_IN_BLOCK : PIXELS_IN_BLOCK);
  for (let from = 0; from < count; from += VALUES_IN_BLOCK) {
    fillWords(state, block);
    const end = Math.min(VALUES_IN_BLOCK, count - from);
    for (let at = 0; at < end; at++)
      words[from + at] = block[perChannel ? at : Math.floor(at / 3)]!;
  }
  return words;
}
