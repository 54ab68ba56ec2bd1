import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { resizeLinear } from '../kernels/resize-linear.ts';
import { resizeNearest } from '../kernels/resize-nearest.ts';
import { resizePil } from '../kernels/resize-pil.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { ImageSize } from '../op-contract/image-size.ts';
import { interval } from '../op-contract/interval.ts';

const resampler = z.enum([
  'cv2-linear',
  'cv2-nearest',
  'pil-bilinear',
  'pil-bicubic',
  'pil-lanczos',
  'pil-box',
  'pil-hamming',
]);

type Resize = (source: Raster, size: ImageSize) => Raster;

const methods: Readonly<Record<z.output<typeof resampler>, Resize>> = {
  'cv2-linear': resizeLinear,
  'cv2-nearest': resizeNearest,
  'pil-bilinear': (source, size) => resizePil(source, { ...size, filter: 'bilinear' }),
  'pil-bicubic': (source, size) => resizePil(source, { ...size, filter: 'bicubic' }),
  'pil-lanczos': (source, size) => resizePil(source, { ...size, filter: 'lanczos' }),
  'pil-box': (source, size) => resizePil(source, { ...size, filter: 'box' }),
  'pil-hamming': (source, size) => resizePil(source, { ...size, filter: 'hamming' }),
};

/**
 * Shrinks the image by a factor that is drawn uniformly, and enlarges it to its size again, with two of the resamplers of the op
 * `resize`. The shrunk sides are rounded, and at least 1.
 */
export const downscale = defineOp({
  schema: z.strictObject({
    op: z.literal('downscale'),
    scale: interval(0.01, 1).default([0.25, 0.5]),
    down: resampler.default('cv2-nearest'),
    up: resampler.default('cv2-nearest'),
  }),
  numbers: z.strictObject({ scale: z.number(), down: resampler, up: resampler }),
  draw: ({ scale, down, up }, rng) => ({ scale: rng.uniform(...scale), down, up }),
  setUp: () => ({
    apply: (source, { scale, down, up }) => {
      const { height, width } = source;
      const side = (length: number): number => Math.max(1, Math.round(length * scale));
      const small = methods[down](source, { height: side(height), width: side(width) });
      return methods[up](small, { height, width });
    },
  }),
});
