import type { AugmentationOp, RecipeOp } from '../op/define-op.ts';
import { colourMask } from './colour-mask.ts';
import { flipHorizontal } from './flip-horizontal.ts';
import { flipVertical } from './flip-vertical.ts';
import { median } from './median.ts';
import { quarterTurn } from './quarter-turn.ts';
import { resize } from './resize.ts';
import { rotate } from './rotate.ts';

/** Every op there is. */
export const ops = {
  resize,
  'colour-mask': colourMask,
  median,
  'flip-horizontal': flipHorizontal,
  'flip-vertical': flipVertical,
  'quarter-turn': quarterTurn,
  rotate,
} as const satisfies Readonly<Record<string, RecipeOp | AugmentationOp>>;

/** The ops that recipes are made of. */
export const recipeOps: readonly RecipeOp[] = Object.values(ops).filter(
  (op) => op.kind === 'recipe',
);
/** The ops that augmentations are made of. */
export const augmentationOps: readonly AugmentationOp[] = Object.values(ops).filter(
  (op) => op.kind === 'augmentation',
);
