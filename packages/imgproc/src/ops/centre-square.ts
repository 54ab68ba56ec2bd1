import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { crop } from '../kernels/crop.ts';
import { halve } from '../kernels/halve.ts';
import { resizeLinear } from '../kernels/resize-linear.ts';
import { defineOp } from '../op-contract/define-op.ts';

/** The ends of an image whose sides have a larger ratio are cut off before the resize, because they are not in the square. */
const MOST_RATIO = 4;

export const centreSquare = defineOp({
  description:
    "Resizes so that the shorter side has the size, and crops the centre square, as Teachable Machine's library does with the canvas of a browser. The resampler is that of Chromium's canvas: images are halved while they are at least twice as large as the result, and then interpolated linearly.",
  example: { op: 'centre-square', size: 224 },
  schema: z.strictObject({
    op: z.literal('centre-square'),
    size: z.int().min(1).max(4096).describe('Height and width of the result, in pixels.'),
  }),
  size: (_input, { size }) => ({ height: size, width: size }),
  setUp: ({ size }) => ({ apply: (source) => square(withoutEnds(source), size) }),
});

function square(source: Raster, size: number): Raster {
  const shorter = Math.min(source.height, source.width);
  const scale = size / shorter;
  const [height, width] = [Math.ceil(source.height * scale), Math.ceil(source.width * scale)];
  let image = source;
  for (let ratio = shorter / size; ratio >= 2; ratio /= 2) image = halve(image);
  const top = Math.floor((height - size) / 2);
  const left = Math.floor((width - size) / 2);
  const resized = resizeLinear(image, { height, width });
  return crop(resized, { top, left, height: size, width: size });
}

function withoutEnds(source: Raster): Raster {
  const most = MOST_RATIO * Math.min(source.height, source.width);
  const top = Math.max(0, Math.floor((source.height - most) / 2));
  const left = Math.max(0, Math.floor((source.width - most) / 2));
  const height = source.height - 2 * top;
  return crop(source, { top, left, height, width: source.width - 2 * left });
}
