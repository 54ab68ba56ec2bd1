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

const share = z.number().min(0).max(1);

/** Crops an image to a fixed size at a random position. */
export const crop = defineOp({
  schema: z.strictObject({ op: z.literal('cut'), height: z.int().min(1), width: z.int().min(1) }),
  numbers: z.strictObject({ down: share, right: share }),
  draw: (_spec, rng) => ({ down: rng.uniform(0, 1), right: rng.uniform(0, 1) }),
  size: (_input, { height, width }) => ({ height, width }),
  setUp: ({ height, width }) => ({
    apply: (source, { down, right }) => {
      const top = Math.round(down * (source.height - height));
      const left = Math.round(right * (source.width - width));
      const data = new Uint8Array(height * width * 3);
      for (let row = 0; row < height; row++) {
        const start = ((top + row) * source.width + left) * 3;
        data.set(source.data.subarray(start, start + width * 3), row * width * 3);
      }
      return { height, width, channels: 3, data };
    },
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
