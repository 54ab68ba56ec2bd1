import { z } from 'zod';
import { drawIsoNoise, isoNoise as apply } from '../kernels/iso-noise.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawStreamKey, streamKey, streamOf } from '../op-contract/stream-key.ts';

export const isoNoise = defineOp({
  description:
    'Adds the noise of a sensor at a high sensitivity, in lightness and hue (HLS). As `ISONoise` of albumentations 2.0.8, whose values for the same noise differ by at most 1. There, however, the deviation of the hue is `colourShift * intensity` degrees, which is invisible; here it is that share of the circle, as in earlier versions. Hues below 0 are wrapped, which OpenCV 4.12 does not do. Both numbers are drawn uniformly.',
  schema: z.strictObject({
    op: z.literal('iso-noise'),
    colourShift: interval(0, 1)
      .default([0.01, 0.05])
      .describe(
        'The standard deviation of the noise in the hue at intensity 1, as a share of the colour circle.',
      ),
    intensity: interval(0, 1)
      .default([0.1, 0.5])
      .describe('The strength of the noise in lightness and hue.'),
  }),
  numbers: z.strictObject({ colourShift: z.number(), intensity: z.number(), key: streamKey }),
  draw: ({ colourShift, intensity }, rng) => ({
    colourShift: rng.uniform(...colourShift),
    intensity: rng.uniform(...intensity),
    key: drawStreamKey(rng),
  }),
  setUp: () => ({
    apply: (source, { key, ...options }) =>
      apply(source, drawIsoNoise(source, options, streamOf(key))),
  }),
});
