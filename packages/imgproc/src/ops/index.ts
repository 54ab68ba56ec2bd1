import type { Op } from '../op-contract/op.ts';
import { colourMask } from './colour-mask.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { median } from './median.ts';
import { quarterTurn } from './quarter-turn.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';

/** The ops that recipes are made of: none of them draws. */
export const recipeOps: readonly Op[] = [resize, colourMask, median];
/** The ops that augmentations are made of. */
export const augmentationOps: readonly Op[] = [flipHorizontal, flipVertical, quarterTurn, rotate];

/** The names of ops that a recipe can contain. */
export const recipeOpNames: readonly string[] = recipeOps.map(({ name }) => name);
/** The names of ops that an augmentation can contain. */
export const augmentationOpNames: readonly string[] = augmentationOps.map(({ name }) => name);
