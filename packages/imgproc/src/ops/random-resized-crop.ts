import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { crop, type CropOptions } from '../kernels/crop.ts';
import { cropMatrix } from '../kernels/crop-matrix.ts';
import { resizeMask } from '../kernels/resize-mask.ts';
import { roundHalfEven } from '../kernels/round-half-even.ts';
import { releaseBetween } from '../memory/result-bytes.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { interval } from '../op-contract/interval.ts';
import { outsideInterval } from '../op-contract/outside-interval.ts';
import { drawPlace, place, placed } from '../op-contract/place.ts';
import { resampler, resamplerOf } from '../op-contract/resampler.ts';

/** As many as torchvision's. */
const TRIES = 10;

const shape = z.strictObject({ area: z.number().min(0), ratio: z.number().positive() });

const numbers = z.strictObject({
  /** The first of them that fits into the image is used. */
  tries: z.array(shape).min(1).readonly(),
  ...place,
  /** The limits of the ratio, for an image that none of the tries fits into. */
  ratios: interval(0.01, 100),
});

type Numbers = z.output<typeof numbers>;

export const randomResizedCrop = defineOp({
  description:
    "Cuts out a part and resizes it to the size of the image. The share of the area is drawn uniformly, and the ratio of width to height so that its logarithm is uniform; both are drawn up to ten times, until the part fits into the image. Then the place is drawn uniformly. If none fits, the largest part in the centre with an allowed ratio is taken. As `RandomResizedCrop` of torchvision: for given numbers the same part, and with `pil-bilinear` its pixels of Pillow's images, bit for bit.",
  schema: z.strictObject({
    op: z.literal('random-resized-crop'),
    scale: interval(0.0001, 1)
      .default([0.08, 1])
      .describe('The area of the part, as a share of the area of the image.'),
    ratio: interval(0.01, 100)
      .default([3 / 4, 4 / 3])
      .describe(
        'The ratio of width to height of the part. Drawn so that its logarithm is uniform.',
      ),
    resampler: resampler.default('cv2-linear'),
  }),
  numbers,
  draw: ({ scale, ratio }, rng) => {
    const [low, high] = [Math.log(ratio[0]), Math.log(ratio[1])];
    const tries = Array.from({ length: TRIES }, () => ({
      area: rng.uniform(...scale),
      ratio: Math.exp(rng.uniform(low, high)),
    }));
    return { tries, ...drawPlace(rng), ratios: ratio };
  },
  checkDrawn: ({ tries }, _within, { scale, ratio: limits }) => {
    for (const [at, { area, ratio }] of tries.entries()) {
      const reason = outsideInterval(area, scale) ?? outsideInterval(ratio, limits);
      if (reason !== undefined) return { op: 'random-resized-crop', field: `tries.${at}`, reason };
    }
    return undefined;
  },
  placement: () => (size, drawn) => cropMatrix(size, partOf(size, drawn)),
  setUp: ({ resampler: name }) => {
    const { needsOpenCv, resize } = resamplerOf(name);
    return {
      needsOpenCv,
      apply: (source, drawn, tools) => {
        const part = cut(source, drawn);
        return releaseBetween(part, { source, result: resize(part, source, tools) });
      },
      applyToMask: (mask, drawn) => resizeMask(cut(mask, drawn), mask),
    };
  },
});

function cut(source: Raster, drawn: Numbers): Raster {
  return crop(source, partOf(source, drawn));
}

function partOf(size: ImageSize, { tries, ratios, ...where }: Numbers): CropOptions {
  for (const { area, ratio } of tries) {
    const pixels = area * size.height * size.width;
    const width = roundHalfEven(Math.sqrt(pixels * ratio));
    const height = roundHalfEven(Math.sqrt(pixels / ratio));
    if (width < 1 || height < 1 || width > size.width || height > size.height) continue;
    return placed(size, { height, width }, where);
  }
  return centred(size, ratios);
}

function centred(size: ImageSize, [least, most]: Numbers['ratios']): CropOptions {
  const ratio = size.width / size.height;
  const width = ratio > most ? roundHalfEven(size.height * most) : size.width;
  const height = ratio < least ? roundHalfEven(size.width / least) : size.height;
  const part = { height: Math.max(1, height), width: Math.max(1, width) };
  const top = Math.floor((size.height - part.height) / 2);
  return { top, left: Math.floor((size.width - part.width) / 2), ...part };
}
