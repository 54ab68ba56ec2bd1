import type { Raster } from '@sprout/core';
import { z } from 'zod';
import { resizeLinear } from '../kernels/resize-linear.ts';
import { type PilFilter, resizePil } from '../kernels/resize-pil.ts';
import { type CvInterpolation, resizeCv } from '../opencv/resize-cv.ts';
import type { ImageSize } from './image-size.ts';
import type { OpTools } from './op-tools.ts';

/** The schema of the name of a resampler. Each equals `cv2.resize` (4.12) or Pillow's `Image.resize` bit for bit. */
export const resampler = z
  .enum([
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
  ])
  .describe(
    'How pixels are computed when the size changes: as `cv2.resize` of OpenCV or `Image.resize` of Pillow. To make an image smaller, `cv2-area` and the `pil` resamplers except `pil-nearest` use all pixels; the others use only pixels near each point.',
  );

export type ResamplerName = z.output<typeof resampler>;

type Method =
  { readonly interpolation: CvInterpolation | 'linear' } | { readonly filter: PilFilter };

const methods: Readonly<Record<ResamplerName, Method>> = {
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

export interface Resampler {
  readonly needsOpenCv: boolean;
  /** `source` is only read, and returned where it has the size already. */
  readonly resize: (source: Raster, size: ImageSize, tools: OpTools) => Raster;
}

/** The resampler with a name. */
export function resamplerOf(name: ResamplerName): Resampler {
  const method = methods[name];
  if ('filter' in method) {
    const { filter } = method;
    return {
      needsOpenCv: false,
      resize: (source, { height, width }) => resizePil(source, { height, width, filter }),
    };
  }
  const { interpolation } = method;
  if (interpolation === 'linear') return { needsOpenCv: false, resize: resizeLinear };
  return {
    needsOpenCv: true,
    resize: (source, { height, width }, tools) =>
      resizeCv(source, { height, width, interpolation }, tools),
  };
}
