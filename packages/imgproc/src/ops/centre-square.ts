import { z } from 'zod';
import { centreSquareOf } from '../kernels/centre-square-of.ts';
import { defineOp } from '../op-contract/define-op.ts';

export const centreSquare = defineOp({
  description:
    "Resizes the image so that its shorter side has `size` pixels, and crops the centre square, as Teachable Machine's library does with the canvas of a browser. The resampler is that of Chromium's canvas: images are halved while they are at least twice as large as the result, and then interpolated linearly.",
  example: { op: 'centre-square', size: 224 },
  schema: z.strictObject({
    op: z.literal('centre-square'),
    size: z.int().min(1).max(4096).describe('Height and width of the result, in pixels.'),
  }),
  size: (_input, { size }) => ({ height: size, width: size }),
  setUp: ({ size }) => ({ apply: (source) => centreSquareOf(source, size) }),
});
