import { z } from 'zod';
import { defineOp } from '../op-contract/define-op.ts';

const side = z.int().min(1).max(16384);

export const reduce = defineOp({
  description:
    "Decodes JPEGs at 1/2, 1/4 or 1/8 of their size: the smallest that has both sides at least twice as long as `height` and `width`, upright. The result is large enough for a `resize` to `height` and `width` with any `fit`. Other images, and smaller ones, are decoded whole. The pixels are those of `cv2.imread` with `IMREAD_REDUCED_COLOR_2`, `_4` and `_8` (4.12). The rule is that of Pillow's `Image.thumbnail` with its default `reducing_gap`.",
  example: { op: 'reduce', height: 150, width: 150 },
  schema: z.strictObject({
    op: z.literal('reduce'),
    height: side.describe('A reduced image has at least twice this height, in pixels.'),
    width: side.describe('A reduced image has at least twice this width, in pixels.'),
  }),
  onlyFirst: true,
  size: () => undefined,
  setUp: ({ height, width }) => ({
    reduceTo: { height, width },
    atOnce: true,
    apply: (source) => source,
  }),
});
