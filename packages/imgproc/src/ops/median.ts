import { z } from 'zod';
import { medianBlur } from '../kernels/median.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { odd } from '../op-contract/whole-interval.ts';

/** The median of a square window, channel by channel, the edge repeated: `cv2.medianBlur` bit for bit. */
export const median = defineOp({
  schema: z.strictObject({
    op: z.literal('median'),
    size: odd(3, 255),
  }),
  setUp: ({ size }) => ({ apply: (source) => medianBlur(source, size) }),
});
