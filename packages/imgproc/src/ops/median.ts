import { z } from 'zod';
import { medianBlur } from '../kernels/median.ts';
import { defineOp } from '../op-contract/define-op.ts';

/** The median of a square window, channel by channel, the edge repeated: `cv2.medianBlur` bit for bit. */
export const median = defineOp({
  schema: z.strictObject({
    op: z.literal('median'),
    size: z
      .int()
      .min(3)
      .max(255)
      .refine((size) => size % 2 === 1, { message: 'must be odd' }),
  }),
  setUp: ({ size }) => ({ apply: (source) => medianBlur(source, size) }),
});
