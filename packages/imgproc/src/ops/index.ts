import type { Op } from '../op-contract/op.ts';
import { affine } from './affine.ts';
import { brightnessContrast } from './brightness-contrast.ts';
import { centreSquare } from './centre-square.ts';
import { colourMask } from './colour-mask.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { kerasTransform } from './keras-transform.ts';
import { median } from './median.ts';
import { quarterTurn } from './quarter-turn.ts';
import { reduce } from './reduce.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';

/** The ops that a recipe may contain: none of them draws. */
export const recipeOps: readonly Op[] = [reduce, resize, centreSquare, colourMask, median];
/** The ops that an augmentation may contain. */
export const augmentationOps: readonly Op[] = [
  flipHorizontal,
  flipVertical,
  quarterTurn,
  rotate,
  affine,
  kerasTransform,
  brightnessContrast,
];

/** The names of the ops that a recipe may contain. */
export const recipeOpNames: readonly string[] = recipeOps.map(({ name }) => name);
/** The names of the ops that an augmentation may contain. */
export const augmentationOpNames: readonly string[] = augmentationOps.map(({ name }) => name);
