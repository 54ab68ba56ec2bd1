import type { z } from 'zod';
import type { augmentationOps, recipeOps } from './index.ts';

type SpecOf<Table extends readonly { readonly schema: z.ZodType }[]> = z.input<
  Table[number]['schema']
>;

interface WithOps {
  readonly ops: readonly AugmentationOp[];
}

/** The spec of an op with its list of ops, which may be any ops of an augmentation. */
type WithList<Spec> = Spec extends { readonly ops: unknown } ? Omit<Spec, 'ops'> & WithOps : Spec;

/** One op of a recipe as a user writes it: its name in `op`, and its fields. A field with a default may be left out. */
export type RecipeOp = SpecOf<typeof recipeOps>;

/** One op of an augmentation as a user writes it: its name in `op`, and its fields. A field with a default may be left out. */
export type AugmentationOp = WithList<SpecOf<typeof augmentationOps>>;
