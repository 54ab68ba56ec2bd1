import { augmentationOps, recipeOps } from './index.ts';

/** What `op` may say in a recipe. */
export const recipeOpNames: readonly string[] = recipeOps.map(({ name }) => name);
/** What `op` may say in an augmentation. */
export const augmentationOpNames: readonly string[] = augmentationOps.map(({ name }) => name);
