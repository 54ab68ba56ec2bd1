import { type Block, philox } from '@sprout/core';
import { withPixels } from '../wasm/with-pixels.ts';

/** The words of a block of the generator. */
const WORDS = 4;
/** The words that `unitsOf` makes at a time. */
const BUFFERED = 512;
const NO_PIXELS = new Uint8Array(0);
const NORM_53 = 2 ** -53;

/**
 * Fills an array with the words of a random stream: those that `uint32` of an `Rng` gives.
 *
 * @param state The state of the stream, by `streamState`.
 * @param first The number of words, a multiple of 4, that come before.
 */
export function fillRandomWords(words: Uint32Array, state: Block, first = 0): void {
  const blocks = Math.ceil(words.length / WORDS);
  const isFilled = withPixels(NO_PIXELS, 16 + 16 * (blocks + 3), ({ kernels, free }) => {
    new Uint32Array(kernels.memory.buffer, free, WORDS).set(state);
    kernels.philox(free, first / WORDS, blocks, free + 16);
    words.set(new Uint32Array(kernels.memory.buffer, free + 16, words.length));
    return true;
  });
  if (isFilled !== true) fillScalar(words, state, first);
}

/** As `fillRandomWords`, without WebAssembly. */
export function fillScalar(words: Uint32Array, state: Block, first: number): void {
  const [key0, key1, upper0, upper1] = state;
  for (let at = 0; at < words.length; at += WORDS) {
    const block = philox([(first + at) / WORDS, 0, upper0, upper1], [key0, key1]);
    for (let word = 0; word < WORDS && at + word < words.length; word++)
      words[at + word] = block[word]!;
  }
}

/** A function that gives the numbers of a stream, 0 to 1: those that `uniform(0, 1)` of an `Rng` gives. */
export function unitsOf(state: Block): () => number {
  const words = new Uint32Array(BUFFERED);
  let first = 0;
  let at = BUFFERED;
  return () => {
    if (at === BUFFERED) {
      fillRandomWords(words, state, first);
      first += BUFFERED;
      at = 0;
    }
    const high = words[at]! >>> 5;
    const low = words[at + 1]! >>> 6;
    at += 2;
    return (high * 0x4000000 + low) * NORM_53;
  };
}
