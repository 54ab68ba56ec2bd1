import { z } from 'zod';
import { convolve } from '../kernels/convolve.ts';
import { discWindow } from '../kernels/disc-window.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import { drawWhole, wholeInterval } from '../op-contract/whole-interval.ts';

export const defocusBlur = defineOp({
  description:
    'Blurs with a disc, as a lens that is out of focus does. The window is that of `Defocus` of albumentations 2.0.8, and values differ from those of `cv2.filter2D` by at most 1. Both numbers are drawn uniformly.',
  schema: z.strictObject({
    op: z.literal('defocus-blur'),
    radius: wholeInterval(1, 50)
      .default([3, 10])
      .describe('The radius of the disc, in whole pixels.'),
    softness: interval(0.1, 10)
      .default([0.1, 0.5])
      .describe(
        'The standard deviation of the Gaussian that softens the edge of the disc, in pixels.',
      ),
  }),
  numbers: z.strictObject({ radius: z.int(), softness: z.number() }),
  draw: ({ radius, softness }, rng) => ({
    radius: drawWhole(rng, radius),
    softness: rng.uniform(...softness),
  }),
  setUp: () => ({
    apply: (source, { radius, softness }) => convolve(source, discWindow(radius, softness)),
  }),
});
