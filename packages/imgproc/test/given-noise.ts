import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { roundHalfEven } from '../src/kernels/round-half-even.ts';
import { defineOp } from '../src/op-contract/define-op.ts';

/** Adds noise that is given as numbers: one for each pixel, or one for each value. As `AdditiveGaussianNoise` of imgaug 0.4.0. */
export function addGiven(source: Raster, noise: readonly number[]): Raster {
  const each = source.data.length / noise.length;
  const data = Uint8ClampedArray.from(
    source.data,
    (value, at) => value + roundHalfEven(Math.fround(noise[Math.floor(at / each)]!)), // one for each pixel or value
  );
  return { ...source, data: new Uint8Array(data.buffer) };
}

/** `addGiven` as an op. */
export const givenNoise = defineOp({
  schema: z.strictObject({ op: z.literal('given-noise') }),
  numbers: z.strictObject({ noise: z.array(z.number()) }),
  draw: () => ({ noise: [0] }),
  setUp: () => ({ apply: (source, { noise }) => addGiven(source, noise) }),
});
