import type { Raster, Rng } from '@sprout/core';
import type { z } from 'zod';
import type { OpTools } from './op-tools.ts';

/** The schema of a spec: a strict object with the op's name in `op`. */
type SpecSchema = z.ZodObject<{ op: z.ZodLiteral<string> }>;

/** An op of a recipe, set up for one spec. */
export interface RecipeStep {
  readonly needsOpenCv: boolean;
  /** Never writes to `source`; may return it. */
  apply(source: Raster, tools: OpTools): Raster;
}

/** An op that always does the same to the same pixels. */
export interface RecipeOp {
  readonly kind: 'recipe';
  readonly name: string;
  readonly schema: SpecSchema;
  /** @param spec Checked by `schema`. */
  setUp(spec: unknown): RecipeStep;
}

/** An op whose numbers are drawn anew for each sample and epoch. */
export interface AugmentationOp {
  readonly kind: 'augmentation';
  readonly name: string;
  readonly schema: SpecSchema;
  readonly numbers: z.ZodType;
  /** Sees no pixels. @param spec Checked by `schema`. @returns Plain data that `numbers` accepts. */
  draw(spec: unknown, rng: Rng): unknown;
  /** Sees no randomness. Never writes to `source`; may return it. The size stays. @param numbers As drawn. */
  apply(source: Raster, numbers: unknown, tools: OpTools): Raster;
}

export interface RecipeOpDefinition<S extends SpecSchema> {
  readonly schema: S;
  readonly setUp: (spec: z.output<S>) => RecipeStep;
}

/** Defines an op of recipes. Its set-up runs once a recipe and thread, its step once an image. */
export function defineRecipeOp<S extends SpecSchema>({
  schema,
  setUp,
}: RecipeOpDefinition<S>): RecipeOp & { readonly schema: S } {
  return {
    kind: 'recipe',
    name: schema.shape.op.value,
    schema,
    setUp: (spec) => setUp(schema.parse(spec)),
  };
}

export interface AugmentationOpDefinition<S extends SpecSchema, N extends z.ZodType> {
  readonly schema: S;
  readonly numbers: N;
  readonly draw: (spec: z.output<S>, rng: Rng) => z.output<N>;
  readonly apply: (source: Raster, numbers: z.output<N>, tools: OpTools) => Raster;
}

/** Defines an op of augmentations: spec -> draw -> numbers -> apply. */
export function defineAugmentationOp<S extends SpecSchema, N extends z.ZodType>({
  schema,
  numbers,
  draw,
  apply,
}: AugmentationOpDefinition<S, N>): AugmentationOp & { readonly schema: S } {
  return {
    kind: 'augmentation',
    name: schema.shape.op.value,
    schema,
    numbers,
    draw: (spec, rng) => draw(schema.parse(spec), rng),
    apply: (source, drawn, tools) => apply(source, numbers.parse(drawn), tools),
  };
}
