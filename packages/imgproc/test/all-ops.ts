import { augmentationOps as ours, recipeOps } from '../src/ops/index.ts';
import type { Op } from '../src/op-contract/op.ts';
import { blur, noise, trim } from './pixel-ops.ts';

export { recipeOps };

/** The augmentation ops and those of the tests. */
export const augmentationOps: readonly Op[] = [...ours, noise, blur, trim];
