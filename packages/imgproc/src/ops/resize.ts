import { z } from 'zod';
import { resizeLinear } from '../kernels/resize-linear.ts';
import { type PilFilter, resizePil } from '../kernels/resize-pil.ts';
import { defineOp } from '../op-contract/define-op.ts';
import type { PreparedOp } from '../op-contract/op.ts';
import { type CvInterpolation, resizeCv } from '../opencv/resize-cv.ts';

const side = z.int().min(1).max(16384);

const resampler = z.enum([
  'cv2-linear',
  'cv2-nearest',
  'cv2-area',
  'cv2-lanczos4',
  'pil-nearest',
  'pil-bilinear',
  'pil-bicubic',
  'pil-lanczos',
  'pil-box',
  'pil-hamming',
]);

type Method =
  { readonly interpolation: CvInterpolation | 'linear' } | { readonly filter: PilFilter };

const methods: Readonly<Record<z.output<typeof resampler>, Method>> = {
  'cv2-linear': { interpolation: 'linear' },
  'cv2-nearest': { interpolation: 'INTER_NEAREST' },
  'cv2-area': { interpolation: 'INTER_AREA' },
  'cv2-lanczos4': { interpolation: 'INTER_LANCZOS4' },
  'pil-nearest': { filter: 'nearest' },
  'pil-bilinear': { filter: 'bilinear' },
  'pil-bicubic': { filter: 'bicubic' },
  'pil-lanczos': { filter: 'lanczos' },
  'pil-box': { filter: 'box' },
  'pil-hamming': { filter: 'hamming' },
};

/**
 * Resizes to an exact size with a named resampler. Each equals `cv2.resize` (4.12) or Pillow's `Image.resize` bit for bit.
 * Before shrinking, the `cv2` resamplers do not smooth, except for `cv2-area`, which averages; the `pil` resamplers do.
 */
export const resize = defineOp({
  schema: z.strictObject({
    op: z.literal('resize'),
    height: side,
    width: side,
    resampler: resampler.default('cv2-linear'),
  }),
  size: (_input, { height, width }) => ({ height, width }),
  setUp: ({ height, width, resampler: name }): PreparedOp<undefined> => {
    const method = methods[name];
    if ('filter' in method) {
      const { filter } = method;
      return { atOnce: true, apply: (source) => resizePil(source, { height, width, filter }) };
    }
    const { interpolation } = method;
    if (interpolation === 'linear') {
      return { atOnce: true, apply: (source) => resizeLinear(source, { height, width }) };
    }
    return {
      needsOpenCv: true,
      apply: (source, _numbers, tools) => resizeCv(source, { height, width, interpolation }, tools),
    };
  },
});
