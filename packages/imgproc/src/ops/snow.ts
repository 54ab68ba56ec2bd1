import { z } from 'zod';
import { snow as fall } from '../kernels/snow.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

/** `threshold` 0 to 1 is this range of lightness. */
const LEAST = 255 / 3;
const RANGE = 255 / 2;

const factor = z.number().min(1).max(10);

export const snow = defineOp({
  description:
    'Covers dark parts with snow: pixels with less lightness (HLS) than a threshold become lighter. As the method `bleach` of `RandomSnow` of albumentations 2.0.8, which rounds hue, lightness and saturation to bytes in between; here values are rounded once, and differ by at most 5. The threshold is drawn uniformly.',
  schema: z.strictObject({
    op: z.literal('snow'),
    threshold: interval(0, 1)
      .default([0.1, 0.3])
      .describe(
        'The lightness below which pixels become snow: 0 is a third of white, 1 is five sixths.',
      ),
    factor: factor.default(2.5).describe('The factor of the lightness of these pixels.'),
  }),
  numbers: z.strictObject({ threshold: z.number(), factor }),
  draw: ({ threshold, factor: times }, rng) => ({
    threshold: rng.uniform(...threshold),
    factor: times,
  }),
  setUp: () => ({
    apply: (source, { threshold, factor: times }) =>
      fall(source, { threshold: LEAST + RANGE * threshold, factor: times }),
  }),
});
