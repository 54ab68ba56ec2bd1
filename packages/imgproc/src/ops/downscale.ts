import { z } from 'zod';
import { resizeNearest, resizeNearestTwice } from '../kernels/resize-nearest.ts';
import { releaseBetween } from '../memory/result-bytes.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';
import {
  type Resampler,
  resampler as anyResampler,
  resamplerOf,
} from '../op-contract/resampler.ts';

/** Those of the op `resize` that need no OpenCV, and one of its two nearest ones. */
const resampler = anyResampler.exclude(['cv2-area', 'cv2-lanczos4', 'pil-nearest']);

export const downscale = defineOp({
  description:
    'Shrinks the image by a factor that is drawn uniformly, and enlarges it to its size again, with two of the resamplers of the op `resize`. The shrunk sides are rounded, and at least 1.',
  schema: z.strictObject({
    op: z.literal('downscale'),
    scale: interval(0.01, 1)
      .default([0.25, 0.5])
      .describe('The factor of height and width: 0.5 halves both.'),
    down: resampler.default('cv2-nearest').describe('The resampler that shrinks the image.'),
    up: resampler.default('cv2-nearest').describe('The resampler that enlarges it again.'),
  }),
  numbers: z.strictObject({ scale: z.number(), down: resampler, up: resampler }),
  draw: ({ scale, down, up }, rng) => ({ scale: rng.uniform(...scale), down, up }),
  setUp: () => ({
    apply: (source, { scale, down, up }, tools) => {
      const { height, width } = source;
      const side = (length: number): number => Math.max(1, Math.round(length * scale));
      const size = { height: side(height), width: side(width) };
      if (down === 'cv2-nearest' && up === 'cv2-nearest') return resizeNearestTwice(source, size);
      const small = resizeBy(down)(source, size, tools);
      return releaseBetween(small, {
        source,
        result: resizeBy(up)(small, { height, width }, tools),
      });
    },
  }),
});

function resizeBy(name: z.output<typeof resampler>): Resampler['resize'] {
  return name === 'cv2-nearest' ? resizeNearest : resamplerOf(name).resize;
}
