import type { Op } from '../op-contract/op.ts';
import { affine } from './affine.ts';
import { brightnessContrast } from './brightness-contrast.ts';
import { centreSquare } from './centre-square.ts';
import { colourMask } from './colour-mask.ts';
import { cropSides } from './crop-sides.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { linearContrast } from './linear-contrast.ts';
import { median } from './median.ts';
import { multiply } from './multiply.ts';
import { oneOf } from './one-of.ts';
import { quarterTurn } from './quarter-turn.ts';
import { randomOrder } from './random-order.ts';
import { reduce } from './reduce.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';
import { sequence } from './sequence.ts';
import { someOf } from './some-of.ts';
import { sometimes } from './sometimes.ts';

/** The ops that a recipe may contain: none of them draws. */
export const recipeOps: readonly Op[] = [reduce, resize, centreSquare, colourMask, median];
/** The ops that an augmentation may contain. */
export const augmentationOps: readonly Op[] = [
  flipHorizontal,
  flipVertical,
  quarterTurn,
  rotate,
  affine,
  cropSides,
  brightnessContrast,
  linearContrast,
  multiply,
  gaussianBlur,
  gaussianNoise,
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
