import type { Op } from '../op-contract/op.ts';
import { affine } from './affine.ts';
import { boxBlur } from './box-blur.ts';
import { brightnessContrast } from './brightness-contrast.ts';
import { centreSquare } from './centre-square.ts';
import { colourMask } from './colour-mask.ts';
import { defocusBlur } from './defocus-blur.ts';
import { downscale } from './downscale.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { fog } from './fog.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { isoNoise } from './iso-noise.ts';
import { jpegCompression } from './jpeg-compression.ts';
import { medianBlur } from './median-blur.ts';
import { median } from './median.ts';
import { motionBlur } from './motion-blur.ts';
import { multiplicativeNoise } from './multiplicative-noise.ts';
import { poissonNoise } from './poisson-noise.ts';
import { quarterTurn } from './quarter-turn.ts';
import { rain } from './rain.ts';
import { reduce } from './reduce.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';
import { saltAndPepper } from './salt-and-pepper.ts';
import { shadow } from './shadow.ts';
import { snow } from './snow.ts';
import { sunFlare } from './sun-flare.ts';

/** The ops that a recipe may contain: none of them draws. */
export const recipeOps: readonly Op[] = [reduce, resize, centreSquare, colourMask, median];
/** The ops that an augmentation may contain. */
export const augmentationOps: readonly Op[] = [
  flipHorizontal,
  flipVertical,
  quarterTurn,
  rotate,
  affine,
  brightnessContrast,
  gaussianBlur,
  boxBlur,
  medianBlur,
  motionBlur,
  defocusBlur,
  gaussianNoise,
  multiplicativeNoise,
  poissonNoise,
  saltAndPepper,
  isoNoise,
  jpegCompression,
  downscale,
  shadow,
  fog,
  rain,
  sunFlare,
  snow,
];

/** The names of the ops that a recipe may contain. */
export const recipeOpNames: readonly string[] = recipeOps.map(({ name }) => name);
/** The names of the ops that an augmentation may contain. */
export const augmentationOpNames: readonly string[] = augmentationOps.map(({ name }) => name);
