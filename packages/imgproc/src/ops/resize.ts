import { z } from 'zod';
import { defineOp } from '../op-contract/define-op.ts';
import type { PreparedOp } from '../op-contract/op.ts';
import { resampler, resamplerOf } from '../op-contract/resampler.ts';

const side = z.int().min(1).max(16384);

export const resize = defineOp({
  description:
    "Resizes to an exact size with a named resampler. Each equals `cv2.resize` (4.12) or Pillow's `Image.resize` bit for bit. Before shrinking, the `cv2` resamplers do not smooth, except for `cv2-area`, which averages; the `pil` resamplers do.",
  example: { op: 'resize', height: 150, width: 150, resampler: 'cv2-area' },
  schema: z.strictObject({
    op: z.literal('resize'),
    height: side.describe('The height of the result, in pixels.'),
    width: side.describe('The width of the result, in pixels.'),
    resampler: resampler.default('cv2-linear'),
  }),
  size: (_input, { height, width }) => ({ height, width }),
  setUp: ({ height, width, resampler: name }): PreparedOp<undefined> => {
    const { needsOpenCv, resize: resample } = resamplerOf(name);
    return {
      needsOpenCv,
      atOnce: !needsOpenCv,
      apply: (source, _numbers, tools) => resample(source, { height, width }, tools),
    };
  },
});
