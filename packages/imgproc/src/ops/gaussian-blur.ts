import { z } from 'zod';
import { gaussianBlur as blur } from '../kernels/gaussian-blur.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

/**
 * Blurs with a Gaussian window, whose deviation in pixels is drawn uniformly: `cv2.GaussianBlur` bit for bit, with the window that OpenCV
 * takes for the deviation. Its weights are 256ths, so that nothing changes below a deviation of about 0.28.
 */
export const gaussianBlur = defineOp({
  schema: z.strictObject({
    op: z.literal('gaussian-blur'),
    deviation: interval(0, 50).default([0, 1.5]),
  }),
  numbers: z.strictObject({ deviation: z.number() }),
  draw: ({ deviation }, rng) => ({ deviation: rng.uniform(...deviation) }),
  setUp: () => ({ apply: (source, { deviation }) => blur(source, { deviation }) }),
});
