import { z } from 'zod';
import { cutPixels } from '../kernels/cut-pixels.ts';
import { enlargeArea } from '../kernels/enlarge-area.ts';
import { crop as cut, type CropOptions } from '../kernels/crop.ts';
import { cropMatrix } from '../kernels/crop-matrix.ts';
import { resizeMask } from '../kernels/resize-mask.ts';
import type { Sides } from '../kernels/pad.ts';
import { releaseBetween } from '../memory/result-bytes.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import {
  type Resampler,
  resampler,
  type ResamplerName,
  resamplerOf,
} from '../op-contract/resampler.ts';
import { areFixed, drawnSides, drawSides, fixedSides, sideShares } from '../op-contract/sides.ts';

const schema = z
  .strictObject({
    op: z.literal('crop'),
    ...sideShares(0.99, [0, 0.1], 'cut off'),
    keepSize: z
      .boolean()
      .default(true)
      .describe(
        'Whether the part is resized to the size of the image. `false` needs fixed shares.',
      ),
    resampler: resampler.default('cv2-linear'),
  })
  .refine(({ top, bottom }) => top[1] + bottom[1] < 1, {
    message:
      'must leave a part of the image: the largest shares of top and bottom add up to 1 or more',
    path: ['bottom'],
  })
  .refine(({ left, right }) => left[1] + right[1] < 1, {
    message:
      'must leave a part of the image: the largest shares of left and right add up to 1 or more',
    path: ['right'],
  })
  .refine((spec) => spec.keepSize || areFixed(spec), {
    message:
      'must be true, unless the two shares of each side are equal: images would differ in size',
    path: ['keepSize'],
  });

export const crop = defineOp({
  description:
    'Cuts pixels off each side, by shares of the height and width drawn uniformly; at least one pixel stays. The part is resized to the size of the image, or keeps its own size if the shares are fixed. With `cv2-area` as `Crop(percent=..., keep_size=True)` of imgaug 0.4.0, bit for bit.',
  schema,
  numbers: drawnSides,
  draw: (sides, rng) => drawSides(sides, rng),
  size: (input, spec) => {
    if (input === undefined || spec.keepSize) return input;
    const { height, width } = partOf(input, fixedSides(spec));
    return { height, width };
  },
  placement: ({ keepSize }) =>
    keepSize ? (size, shares) => cropMatrix(size, partOf(size, shares)) : undefined,
  setUp: ({ keepSize, resampler: name }) => {
    const { needsOpenCv, resize } = enlargerOf(name);
    return {
      needsOpenCv: needsOpenCv && keepSize,
      apply: (source, shares, tools) => {
        const part = cut(source, partOf(source, shares));
        if (!keepSize) return part;
        return releaseBetween(part, { source, result: resize(part, source, tools) });
      },
      applyToMask: (mask, shares) => {
        const part = cut(mask, partOf(mask, shares));
        return keepSize ? resizeMask(part, mask) : part;
      },
    };
  },
});

function partOf(size: ImageSize, shares: Sides): CropOptions {
  const { top, right, bottom, left } = cutPixels(size, shares);
  return { top, left, height: size.height - top - bottom, width: size.width - left - right };
}

/** A resampler that makes no image smaller. */
function enlargerOf(name: ResamplerName): Resampler {
  return name === 'cv2-area' ? { needsOpenCv: false, resize: enlargeArea } : resamplerOf(name);
}
