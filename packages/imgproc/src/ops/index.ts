import type { Op } from '../op-contract/op.ts';
import { affine } from './affine.ts';
import { boxBlur } from './box-blur.ts';
import { brightnessContrast } from './brightness-contrast.ts';
import { centreSquare } from './centre-square.ts';
import { coarseDropout } from './coarse-dropout.ts';
import { colourMask } from './colour-mask.ts';
import { crop } from './crop.ts';
import { cutout } from './cutout.ts';
import { d4 } from './d4.ts';
import { defocusBlur } from './defocus-blur.ts';
import { downscale } from './downscale.ts';
import { elastic } from './elastic.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { fog } from './fog.ts';
import { fuse } from './fuse.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { gridDistortion } from './grid-distortion.ts';
import { gridShuffle } from './grid-shuffle.ts';
import { isoNoise } from './iso-noise.ts';
import { jpegCompression } from './jpeg-compression.ts';
import { linearContrast } from './linear-contrast.ts';
import { median } from './median.ts';
import { medianBlur } from './median-blur.ts';
import { motionBlur } from './motion-blur.ts';
import { multiplicativeNoise } from './multiplicative-noise.ts';
import { multiply } from './multiply.ts';
import { oneOf } from './one-of.ts';
import { opticalDistortion } from './optical-distortion.ts';
import { pad } from './pad.ts';
import { perspective } from './perspective.ts';
import { pixelDropout } from './pixel-dropout.ts';
import { poissonNoise } from './poisson-noise.ts';
import { quarterTurn } from './quarter-turn.ts';
import { rain } from './rain.ts';
import { randomCrop } from './random-crop.ts';
import { randomOrder } from './random-order.ts';
import { randomResizedCrop } from './random-resized-crop.ts';
import { reduce } from './reduce.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';
import { saltAndPepper } from './salt-and-pepper.ts';
import { sequence } from './sequence.ts';
import { shadow } from './shadow.ts';
import { snow } from './snow.ts';
import { someOf } from './some-of.ts';
import { sometimes } from './sometimes.ts';
import { sunFlare } from './sun-flare.ts';
import { transpose } from './transpose.ts';

/** The ops that a recipe may contain: none of them draws. */
export const recipeOps: readonly Op[] = [reduce, resize, centreSquare, colourMask, median];
/** The ops that an augmentation may contain. */
export const augmentationOps: readonly Op[] = [
  flipHorizontal,
  flipVertical,
  quarterTurn,
  transpose,
  d4,
  rotate,
  affine,
  perspective,
  elastic,
  gridDistortion,
  opticalDistortion,
  fuse,
  crop,
  randomCrop,
  randomResizedCrop,
  pad,
  gridShuffle,
  brightnessContrast,
  linearContrast,
  multiply,
  gaussianBlur,
  boxBlur,
  medianBlur,
  motionBlur,
  defocusBlur,
  jpegCompression,
  downscale,
  gaussianNoise,
  multiplicativeNoise,
  poissonNoise,
  saltAndPepper,
  isoNoise,
  coarseDropout,
  cutout,
  pixelDropout,
  shadow,
  fog,
  rain,
  sunFlare,
  snow,
  sequence,
  randomOrder,
  sometimes,
  oneOf,
  someOf,
];

/** The names of the ops that a recipe may contain. */
export const recipeOpNames: readonly string[] = recipeOps.map(({ name }) => name);
/** The names of the ops that an augmentation may contain. */
export const augmentationOpNames: readonly string[] = augmentationOps.map(({ name }) => name);
