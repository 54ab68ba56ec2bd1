import { type Raster, SproutError } from '@sprout/core';
import { z } from 'zod';
import { FITS, innerSize, resizeToFit } from '../kernels/resize-to-fit.ts';
import { colour } from '../op-contract/colour.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { PreparedOp } from '../op-contract/op.ts';
import { resampler, resamplerOf } from '../op-contract/resampler.ts';

const MOST_SIDE = 16384;
const BLACK = [0, 0, 0] as const;

const side = z.int().min(1).max(MOST_SIDE);

const schema = z
  .strictObject({
    op: z.literal('resize'),
    height: side.describe('The height of the result, in pixels.'),
    width: side.describe('The width of the result, in pixels.'),
    resampler: resampler.default('cv2-linear'),
    fit: z
      .enum(FITS)
      .optional()
      .describe(
        'How an image of another shape gets the size: `squash` changes its proportions; `crop` keeps them and cuts off the parts outside the centre; `pad` keeps them and adds pixels around the image. `squash` by default.',
      ),
    colour: colour
      .optional()
      .describe('The colour of the pixels that `pad` adds, RGB; black by default.'),
  })
  .refine((spec) => spec.colour === undefined || spec.fit === 'pad', {
    message: 'is only for fit: pad, which adds pixels',
    path: ['colour'],
  })
  // Without `squash`, the hash of a recipe is the same as before the field `fit` was added.
  .overwrite(({ fit, colour: added, ...spec }) =>
    fit === undefined || fit === 'squash'
      ? spec
      : { ...spec, fit, ...(fit === 'pad' && { colour: added ?? BLACK }) },
  );

export const resize = defineOp({
  description:
    "Resizes to an exact size with a named resampler. Each equals `cv2.resize` (4.12) or Pillow's `Image.resize` bit for bit. To make an image smaller, `cv2-area` and the `pil` resamplers except `pil-nearest` use all pixels; the others do not smooth.",
  example: { op: 'resize', height: 150, width: 150, resampler: 'cv2-area' },
  schema,
  size: (_input, { height, width }) => ({ height, width }),
  setUp: ({ resampler: name, fit = 'squash', ...rest }): PreparedOp<undefined> => {
    const { needsOpenCv, resize: resample } = resamplerOf(name);
    const options = { ...rest, fit };
    return {
      needsOpenCv,
      atOnce: !needsOpenCv,
      apply: (source, _numbers, tools) => {
        checkInner(source, options, tools.file);
        return resizeToFit(source, options, (image, size) => resample(image, size, tools));
      },
    };
  },
});

/** @throws {SproutError} `image-unprocessable` for an image so long that its resized side would not fit into memory. */
function checkInner(source: Raster, options: Parameters<typeof innerSize>[1], file: string): void {
  const { height, width } = innerSize(source, options);
  if (Math.max(height, width) <= MOST_SIDE) return;
  const [from, to] = [`${source.height} x ${source.width}`, `${height} x ${width}`];
  const reason = `an image of ${from} pixels would be resized to ${to} before it is cropped, and a side has at most ${MOST_SIDE}`;
  throw new SproutError('image-unprocessable', { file, reason });
}
