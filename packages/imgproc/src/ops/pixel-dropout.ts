import { z } from 'zod';
import { dropPixels } from '../kernels/drop-pixels.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

/**
 * Replaces pixels by a colour, each with a probability that is drawn uniformly for the image; or, with `eachChannel`, values instead of pixels. As
 * `PixelDropout` of albumentations 2.0.8. Masks stay as they are.
 */
export const pixelDropout = defineOp({
  schema: z.strictObject({
    op: z.literal('pixel-dropout'),
    /** The probability of each pixel. */
    probability: interval(0, 1).default([0.01, 0.01]),
    eachChannel: z.boolean().default(false),
    colour: colour.default([0, 0, 0]),
  }),
  numbers: z.strictObject({ probability: z.number(), key: streamKey }),
  draw: ({ probability }, rng) => ({
    probability: rng.uniform(...probability),
    key: drawStreamKey(rng),
  }),
  setUp: ({ eachChannel, colour: values }) => ({
    apply: (source, { probability, key }) =>
      dropPixels(source, streamOf(key), { probability, eachChannel, colour: values }),
  }),
});
