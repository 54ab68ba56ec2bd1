import { z } from 'zod';
import { gaussianBlur as blur } from '../kernels/gaussian-blur.ts';
import { imgaugSize } from '../kernels/imgaug-size.ts';
import { defineOp } from '../op-contract/define-op.ts';
import { interval } from '../op-contract/interval.ts';

/** `GaussianBlur` of imgaug leaves images as they are up to this deviation. */
const IMGAUG_LEAST = 1e-3;

export const gaussianBlur = defineOp({
  description:
    'Blurs with a Gaussian window, whose deviation in pixels is drawn uniformly. As `cv2.GaussianBlur`, bit for bit, with the window that OpenCV takes for the deviation, or with that of `GaussianBlur` of imgaug 0.4.0. The weights are multiples of 1/256, so that nothing changes below a deviation of about 0.28.',
  schema: z.strictObject({
    op: z.literal('gaussian-blur'),
    deviation: interval(0, 50)
      .default([0, 1.5])
      .describe('The standard deviation of the Gaussian, in pixels.'),
    window: z
      .enum(['cv2', 'imgaug'])
      .default('cv2')
      .describe(
        'How the side of the window follows from the deviation: as in OpenCV, or as in imgaug.',
      ),
  }),
  numbers: z.strictObject({ deviation: z.number() }),
  draw: ({ deviation }, rng) => ({ deviation: rng.uniform(...deviation) }),
  setUp: ({ window }) => ({
    apply: (source, { deviation }) => {
      if (window === 'cv2') return blur(source, { deviation });
      const single = Math.fround(deviation);
      if (single <= IMGAUG_LEAST) return source;
      return blur(source, { deviation: single, size: imgaugSize(single) });
    },
  }),
});
