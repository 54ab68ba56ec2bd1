import { SproutError } from '@sprout/core';
import { z } from 'zod';
import { crop, type CropOptions } from '../kernels/crop.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';

const side = z.int().min(1).max(16384);

/** Cuts out a part of a fixed size, at a place drawn uniformly; pixels keep their values. As `RandomCrop` of torchvision. */
export const randomCrop = defineOp({
  schema: z.strictObject({ op: z.literal('random-crop'), height: side, width: side }),
  numbers: z.strictObject({
    /** The place of the part: 0 at the top, 1 at the bottom. */
    down: z.number(),
    right: z.number(),
  }),
  draw: (_spec, rng) => ({ down: rng.uniform(0, 1), right: rng.uniform(0, 1) }),
  size: (_input, { height, width }) => ({ height, width }),
  setUp: (part) => ({
    apply: (source, place, { file }) => {
      checkSize(source, part, file);
      return crop(source, placed(source, part, place));
    },
    applyToMask: (mask, place) => crop(mask, placed(mask, part, place)),
  }),
});

function checkSize(image: ImageSize, part: ImageSize, file: string): void {
  if (image.height >= part.height && image.width >= part.width) return;
  const reason = `the op random-crop cannot cut ${part.height} x ${part.width} pixels out of an image of ${image.height} x ${image.width}`;
  throw new SproutError('image-unprocessable', { file, reason });
}

interface Place {
  readonly down: number;
  readonly right: number;
}

function placed(
  image: ImageSize,
  { height, width }: ImageSize,
  { down, right }: Place,
): CropOptions {
  const top = Math.min(image.height - height, Math.floor(down * (image.height - height + 1)));
  const left = Math.min(image.width - width, Math.floor(right * (image.width - width + 1)));
  return { top, left, height, width };
}
