import { type Address, type Block, type Rng, rngAt, streamState } from '@sprout/core';
import { z } from 'zod';

const half = z
  .int()
  .min(0)
  .max(2 ** 32 - 1);

/**
 * The schema of a key of 64 bits among the numbers of an op. An op that needs many random numbers, for noise for example,
 * draws a key instead of the numbers, and makes its stream from the key in `apply`.
 */
export const streamKey = z.tuple([half, half]).readonly();

type StreamKey = z.output<typeof streamKey>;

/** Draws a key. */
export function drawStreamKey(rng: Rng): StreamKey {
  return [rng.uint32(), rng.uint32()];
}

/** The stream of random numbers of a key: the same key gives the same numbers. */
export function streamOf(key: StreamKey): Rng {
  return rngAt(0, addressOf(key));
}

/** The state of the same stream, from which kernels make its words. */
export function streamStateOf(key: StreamKey): Block {
  return streamState(0, addressOf(key));
}

function addressOf([high, low]: StreamKey): Address {
  return ['stream', high, low];
}
