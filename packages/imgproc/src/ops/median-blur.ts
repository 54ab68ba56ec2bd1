import { z } from 'zod';
import { medianBlur as blur } from '../kernels/median.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { drawOdd, odd, oddInterval } from '../op-contract/whole-interval.ts';

export const medianBlur = defineOp({
  description:
    'Replaces each value by the median of a square window, whose odd side is drawn. As `cv2.medianBlur`, bit for bit. The op `median` of recipes has a fixed side.',
  schema: z.strictObject({
    op: z.literal('median-blur'),
    size: oddInterval(3, 255)
      .default([3, 7])
      .describe('The side of the window, in pixels. Both numbers are odd.'),
  }),
  numbers: z.strictObject({ size: odd(3, 255) }),
  draw: ({ size }, rng) => ({ size: drawOdd(rng, size) }),
  setUp: () => ({ apply: (source, { size }) => blur(source, size) }),
});
