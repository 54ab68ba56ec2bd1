import { z } from 'zod';
import { crop, type CropOptions } from '../kernels/crop.ts';
import { enlargeArea } from '../kernels/enlarge-area.ts';
import { resizePil } from '../kernels/resize-pil.ts';
import { cutPixels, type Sides } from '../kernels/sides.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { interval } from '../op-contract/interval.ts';

const side = z.number().min(0).max(1);

/**
 * Cuts off a share of the image at each side, drawn uniformly and for each side on its own, and enlarges the rest to the size that the
 * image had. As `Crop(percent=..., keep_size=True)` of imgaug 0.4.0, bit for bit.
 */
export const cropSides = defineOp({
  schema: z.strictObject({
    op: z.literal('crop-sides'),
    share: interval(0, 0.49).default([0, 0.1]),
  }),
  numbers: z.strictObject({ top: side, right: side, bottom: side, left: side }),
  draw: ({ share }, rng) => ({
    top: rng.uniform(...share),
    right: rng.uniform(...share),
    bottom: rng.uniform(...share),
    left: rng.uniform(...share),
  }),
  setUp: () => ({
    apply: (source, shares) => enlargeArea(crop(source, restOf(source, shares)), source),
    applyToMask: (mask, shares) => {
      const { height, width } = mask;
      return resizePil(crop(mask, restOf(mask, shares)), { height, width, filter: 'nearest' });
    },
  }),
});

/** The part of an image that stays. */
function restOf({ height, width }: ImageSize, shares: Sides): CropOptions {
  const { top, right, bottom, left } = cutPixels({ height, width }, shares);
  return { top, left, height: height - top - bottom, width: width - left - right };
}
