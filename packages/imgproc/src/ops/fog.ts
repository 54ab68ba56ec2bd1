import { z } from 'zod';
import { fog as spread } from '../kernels/fog.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

const opacity = z.number().min(0).max(1);

/**
 * Fog of many white discs, densest in the middle: the model of `RandomFog` of albumentations 2.0.8. There each disc is blended and rounded
 * in turn, so that values of 1/2 and more per disc are lost; here the discs over a pixel are counted and blended once. The intensity is
 * drawn uniformly.
 */
export const fog = defineOp({
  schema: z.strictObject({
    op: z.literal('fog'),
    intensity: interval(0.05, 1).default([0.3, 1]),
    /** The share of white of one disc at intensity 1. */
    opacity: opacity.default(0.08),
  }),
  numbers: z.strictObject({ intensity: z.number(), opacity, key: streamKey }),
  draw: ({ intensity, opacity: ofDisc }, rng) => ({
    intensity: rng.uniform(...intensity),
    opacity: ofDisc,
    key: drawStreamKey(rng),
  }),
  setUp: () => ({
    apply: (source, { key, ...numbers }) => spread(source, numbers, streamOf(key)),
  }),
});
