import type { Op } from '../op-contract/op.ts';
import { affine } from './affine.ts';
import { augMix } from './aug-mix.ts';
import { autoContrast } from './auto-contrast.ts';
import { brightnessContrast } from './brightness-contrast.ts';
import { centreSquare } from './centre-square.ts';
import { channelShift } from './channel-shift.ts';
import { channelShuffle } from './channel-shuffle.ts';
import { clahe } from './clahe.ts';
import { colourJitter } from './colour-jitter.ts';
import { colourMask } from './colour-mask.ts';
import { emboss } from './emboss.ts';
import { equalize } from './equalize.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { gamma } from './gamma.ts';
import { grayscale } from './grayscale.ts';
import { hueSaturationValue } from './hue-saturation-value.ts';
import { invert } from './invert.ts';
import { median } from './median.ts';
import { posterize } from './posterize.ts';
import { quarterTurn } from './quarter-turn.ts';
import { randAugment } from './rand-augment.ts';
import { reduce } from './reduce.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';
import { saturation } from './saturation.ts';
import { sharpen } from './sharpen.ts';
import { sharpness } from './sharpness.ts';
import { solarize } from './solarize.ts';
import { trivialAugment } from './trivial-augment.ts';

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
  sharpness,
  sharpen,
  emboss,
  randAugment,
  trivialAugment,
  augMix,
];

/** The names of the ops that a recipe may contain. */
export const recipeOpNames: readonly string[] = recipeOps.map(({ name }) => name);
/** The names of the ops that an augmentation may contain. */
export const augmentationOpNames: readonly string[] = augmentationOps.map(({ name }) => name);
