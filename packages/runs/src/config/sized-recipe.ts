import { type OpSpec, type Recipe, SproutError } from '@sprout/core';
import type { Fit } from '../options/limits.ts';
import type { ImageSize } from './config-options.ts';

export interface SizedRecipeOptions {
  /** Changes the size of the recipe's `resize` and `reduce`, or adds a `resize`. */
  readonly size?: ImageSize | undefined;
  /** Changes how the recipe's `resize` treats images of another shape. */
  readonly fit?: Fit | undefined;
}

/** The ops that `size` changes. */
const SIZED: readonly string[] = ['reduce', 'resize'];

/**
 * A recipe with the size and the fit of two options. Without them it is returned as it is.
 *
 * @throws {SproutError} `option-invalid` for a fit without a `resize`.
 */
export function sizedRecipe(recipe: Recipe, { size, fit }: SizedRecipeOptions): Recipe {
  const sized = size === undefined ? recipe : resized(recipe, size);
  if (fit === undefined) return sized;
  if (!sized.some(({ op }) => op === 'resize')) {
    const rule = 'used with a recipe that has the op resize, which --size adds';
    throw new SproutError('option-invalid', { option: 'fit', value: fit, rule });
  }
  return sized.map((spec) => (spec.op === 'resize' ? fitted(spec, fit) : spec));
}

function resized(recipe: Recipe, size: ImageSize): Recipe {
  const sized = recipe.map((spec) => (SIZED.includes(spec.op) ? { ...spec, ...size } : spec));
  if (sized.some(({ op }) => op === 'resize')) return sized;
  const first = sized.findLastIndex(({ op }) => op === 'reduce') + 1; // reduce stays the first op
  return sized.toSpliced(first, 0, { op: 'resize', ...size });
}

/** Only `pad` has a colour. */
function fitted({ colour, ...spec }: OpSpec, fit: Fit): OpSpec {
  return { ...spec, fit, ...(fit === 'pad' && colour !== undefined && { colour }) };
}
