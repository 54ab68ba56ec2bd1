import { z } from 'zod';
import { defineOp } from '../src/op-contract/define-op.ts';
import { drawStreamKey, streamKey, streamOf } from '../src/op-contract/stream-key.ts';
import { toMat, toRaster } from '../src/opencv/mat-raster.ts';
import { withMats } from '../src/opencv/with-mats.ts';

/** Adds noise: as many random numbers as there are values, from one key. */
export const noise = defineOp({
  schema: z.strictObject({ op: z.literal('noise'), amount: z.int().min(1).default(20) }),
  numbers: z.strictObject({ key: streamKey }),
  draw: (_spec, rng) => ({ key: drawStreamKey(rng) }),
  setUp: ({ amount }) => ({
    apply: (source, { key }) => {
      const rng = streamOf(key);
      const data = Uint8ClampedArray.from(
        source.data,
        (value) => value + rng.integer(2 * amount + 1) - amount,
      );
      return { ...source, data: new Uint8Array(data.buffer) };
    },
  }),
});

/** Blurs with OpenCV by a random amount. */
export const blur = defineOp({
  schema: z.strictObject({ op: z.literal('blur'), most: z.number().min(0.5).default(2) }),
  numbers: z.strictObject({ sigma: z.number() }),
  draw: ({ most }, rng) => ({ sigma: rng.uniform(0.5, most) }),
  setUp: () => ({
    needsOpenCv: true,
    apply: (source, { sigma }, tools) =>
      withMats(tools, ({ cv, own }) => {
        const mat = own(toMat(cv, source));
        cv.GaussianBlur(mat, mat, new cv.Size(0, 0), sigma);
        return toRaster(mat);
      }),
  }),
});

/** Removes the last row: the size follows from that of the input. Draws nothing. */
export const trim = defineOp({
  schema: z.strictObject({ op: z.literal('trim') }),
  size: (input) => input && { height: input.height - 1, width: input.width },
  setUp: () => ({
    apply: (source) => {
      const height = source.height - 1;
      return { ...source, height, data: source.data.slice(0, height * source.width * 3) };
    },
  }),
});
