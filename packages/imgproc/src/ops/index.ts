import type { Op } from '../op-contract/op.ts';
import { affine } from './affine.ts';
import { augMix } from './aug-mix.ts';
import { autoContrast } from './auto-contrast.ts';
import { boxBlur } from './box-blur.ts';
import { brightnessContrast } from './brightness-contrast.ts';
import { centreSquare } from './centre-square.ts';
import { channelShift } from './channel-shift.ts';
import { channelShuffle } from './channel-shuffle.ts';
import { clahe } from './clahe.ts';
import { coarseDropout } from './coarse-dropout.ts';
import { colourJitter } from './colour-jitter.ts';
import { colourMask } from './colour-mask.ts';
import { crop } from './crop.ts';
import { cutout } from './cutout.ts';
import { d4 } from './d4.ts';
import { defocusBlur } from './defocus-blur.ts';
import { downscale } from './downscale.ts';
import { elastic } from './elastic.ts';
import { emboss } from './emboss.ts';
import { equalize } from './equalize.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { fog } from './fog.ts';
import { fuse } from './fuse.ts';
import { gamma } from './gamma.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { grayscale } from './grayscale.ts';
import { gridDistortion } from './grid-distortion.ts';
import { gridShuffle } from './grid-shuffle.ts';
import { hueSaturationValue } from './hue-saturation-value.ts';
import { invert } from './invert.ts';
import { isoNoise } from './iso-noise.ts';
import { jpegCompression } from './jpeg-compression.ts';
import { kerasTransform } from './keras-transform.ts';
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
import { posterize } from './posterize.ts';
import { quarterTurn } from './quarter-turn.ts';
import { rain } from './rain.ts';
import { randAugment } from './rand-augment.ts';
import { randomCrop } from './random-crop.ts';
import { randomOrder } from './random-order.ts';
import { randomResizedCrop } from './random-resized-crop.ts';
import { reduce } from './reduce.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';
import { saltAndPepper } from './salt-and-pepper.ts';
import { saturation } from './saturation.ts';
import { sequence } from './sequence.ts';
import { shadow } from './shadow.ts';
import { sharpen } from './sharpen.ts';
import { sharpness } from './sharpness.ts';
import { snow } from './snow.ts';
import { solarize } from './solarize.ts';
import { someOf } from './some-of.ts';
import { sometimes } from './sometimes.ts';
import { sunFlare } from './sun-flare.ts';
import { transpose } from './transpose.ts';
import { trivialAugment } from './trivial-augment.ts';

/** The ops that a recipe may contain: none of them draws. */
export const recipeOps = [
  reduce,
  resize,
  centreSquare,
  colourMask,
  median,
] as const satisfies readonly Op[];
/** The ops that an augmentation may contain. */
export const augmentationOps = [
  flipHorizontal,
  flipVertical,
  quarterTurn,
  transpose,
  d4,
  rotate,
  affine,
  kerasTransform,
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
  hueSaturationValue,
  gamma,
  colourJitter,
  saturation,
  grayscale,
  channelShuffle,
  channelShift,
  invert,
  posterize,
  solarize,
  equalize,
  autoContrast,
  clahe,
  gaussianBlur,
  boxBlur,
  medianBlur,
  motionBlur,
  defocusBlur,
  sharpen,
  emboss,
  sharpness,
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
  randAugment,
  trivialAugment,
  augMix,
  sequence,
  randomOrder,
  sometimes,
  oneOf,
  someOf,
] as const satisfies readonly Op[];

/** The name of an op that a recipe may contain. */
export type RecipeOpName = NameIn<typeof recipeOps>;
/** The name of an op that an augmentation may contain. */
export type AugmentationOpName = NameIn<typeof augmentationOps>;

/** The names of the ops that a recipe may contain. */
export const recipeOpNames: readonly RecipeOpName[] = namesOf(recipeOps);
/** The names of the ops that an augmentation may contain. */
export const augmentationOpNames: readonly AugmentationOpName[] = namesOf(augmentationOps);

type NameIn<Table extends readonly Op[]> = Table[number]['schema']['shape']['op']['value'];

function namesOf<Name extends string>(
  ops: readonly {
    readonly schema: { readonly shape: { readonly op: { readonly value: Name } } };
  }[],
): readonly Name[] {
  return ops.map(({ schema }) => schema.shape.op.value);
}
