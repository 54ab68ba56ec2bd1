import { z } from 'zod';
import { fog as spread } from '../kernels/fog.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

const opacity = z.number().min(0).max(1);

export const fog = defineOp({
  description:
    'Covers an image with fog of many white discs, which is densest in the middle. The model is that of `RandomFog` of albumentations 2.0.8. There each disc is blended and rounded in turn, which loses half a value or more for each disc; here the discs over a pixel are counted and blended once. The intensity is drawn uniformly.',
  schema: z.strictObject({
    op: z.literal('fog'),
    intensity: interval(0.05, 1)
      .default([0.3, 1])
      .describe('The density of the fog. Dense fog has larger discs, and fewer of them.'),
    opacity: opacity.default(0.08).describe('The share of white in one disc at intensity 1.'),
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
