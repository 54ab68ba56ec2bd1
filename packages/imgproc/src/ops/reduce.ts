import { z } from 'zod';
import { defineOp } from '../op-contract/define-op.ts';

const side = z.int().min(1).max(16384);

/**
 * Decodes JPEGs at 1/2, 1/4 or 1/8 of their size: the smallest that has both sides at least twice as long as `height` and `width`,
 * upright. They are enough for
 * a `resize` with any `fit`: the scale of `crop` is that of the side that shrinks least. Other images, and smaller ones, are decoded whole. The pixels are those of `cv2.imread` with `IMREAD_REDUCED_COLOR_2`,
 * `_4` and `_8` (4.12). The rule is that of Pillow's `Image.thumbnail` with its default `reducing_gap`.
 *
 * The decoder does the work, so that `apply` returns its source.
 */
export const reduce = defineOp({
  schema: z.strictObject({ op: z.literal('reduce'), height: side, width: side }),
  onlyFirst: true,
  size: () => undefined,
  setUp: ({ height, width }) => ({
    reduceTo: { height, width },
    atOnce: true,
    apply: (source) => source,
  }),
});
