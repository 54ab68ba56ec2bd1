import { SproutError } from '@sprout/core';
import { z } from 'zod';
import { crop } from '../kernels/crop.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { drawPlace, place, placed } from '../op-contract/place.ts';

const side = z.int().min(1).max(16384);

export const randomCrop = defineOp({
  description:
    'Cuts out a part of a fixed size, at a place drawn uniformly; pixels keep their values. As `RandomCrop` of torchvision.',
  example: { op: 'random-crop', height: 64, width: 64 },
  schema: z.strictObject({
    op: z.literal('random-crop'),
    height: side.describe('The height of the part, in pixels.'),
    width: side.describe('The width of the part, in pixels.'),
  }),
  numbers: z.strictObject(place),
  draw: (_spec, rng) => drawPlace(rng),
  size: (input, { height, width }) => {
    const reason = input === undefined ? undefined : tooSmall(input, { height, width });
    if (reason !== undefined)
      throw new SproutError('recipe-invalid', { recipe: 'random-crop', reason });
    return { height, width };
  },
  setUp: (part) => ({
    apply: (source, numbers, { file }) => {
      const reason = tooSmall(source, part);
      if (reason !== undefined) throw new SproutError('image-unprocessable', { file, reason });
      return crop(source, placed(source, part, numbers));
    },
    applyToMask: (mask, numbers) => crop(mask, placed(mask, part, numbers)),
  }),
});

function tooSmall(image: ImageSize, part: ImageSize): string | undefined {
  if (image.height >= part.height && image.width >= part.width) return undefined;
  return `the op random-crop cannot cut ${part.height} x ${part.width} pixels out of an image of ${image.height} x ${image.width}`;
}
