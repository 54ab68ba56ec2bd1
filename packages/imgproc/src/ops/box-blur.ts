import { z } from 'zod';
import { boxBlur as blur } from '../kernels/box-blur.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawOdd, odd, oddInterval } from '../op-contract/whole-interval.ts';

export const boxBlur = defineOp({
  description:
    'Replaces each value by the mean of a square window, whose odd side is drawn. As `cv2.blur`, bit for bit.',
  schema: z.strictObject({
    op: z.literal('box-blur'),
    size: oddInterval(3, 255)
      .default([3, 7])
      .describe('The side of the window, in pixels. Both numbers are odd.'),
  }),
  numbers: z.strictObject({ size: odd(3, 255) }),
  draw: ({ size }, rng) => ({ size: drawOdd(rng, size) }),
  setUp: () => ({ apply: (source, { size }) => blur(source, size) }),
});
