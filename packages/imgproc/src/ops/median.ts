import { z } from 'zod';
import { medianBlur } from '../kernels/median.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { odd } from '../op-contract/whole-interval.ts';

export const median = defineOp({
  description:
    'Replaces each value by the median of a square window, channel by channel, with the edge repeated. As `cv2.medianBlur`, bit for bit.',
  example: { op: 'median', size: 9 },
  schema: z.strictObject({
    op: z.literal('median'),
    size: odd(3, 255).describe('The side of the window, in pixels: odd.'),
  }),
  setUp: ({ size }) => ({ apply: (source) => medianBlur(source, size) }),
});
