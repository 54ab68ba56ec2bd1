import { z } from 'zod';
import { dropPixels } from '../kernels/drop-pixels.ts';
import { unitsOf } from '../kernels/random-words.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamStateOf } from '../op-contract/stream-key.ts';

export const pixelDropout = defineOp({
  description:
    'Replaces pixels by a colour, each with a probability that is drawn uniformly for the image; or, with `eachChannel`, values instead of pixels. As `PixelDropout` of albumentations 2.0.8. Masks stay as they are.',
  schema: z.strictObject({
    op: z.literal('pixel-dropout'),
    probability: interval(0, 1)
      .default([0.01, 0.01])
      .describe('The probability that a pixel is replaced.'),
    eachChannel: z
      .boolean()
      .default(false)
      .describe('Whether single values are replaced instead of whole pixels.'),
    colour: colour
      .default([0, 0, 0])
      .describe('The colour of the pixels that are replaced: red, green and blue.'),
  }),
  numbers: z.strictObject({ probability: z.number(), key: streamKey }),
  draw: ({ probability }, rng) => ({
    probability: rng.uniform(...probability),
    key: drawStreamKey(rng),
  }),
  setUp: ({ eachChannel, colour: values }) => ({
    apply: (source, { probability, key }) =>
      dropPixels(source, unitsOf(streamStateOf(key)), { probability, eachChannel, colour: values }),
  }),
});
