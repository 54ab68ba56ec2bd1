import { expect, expectTypeOf, test } from 'vitest';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { augmentationOpNames, recipeOpNames } from './index.ts';
import type { AugmentationOp, RecipeOp } from './written-ops.ts';

test('ops as users write them have types, with the defaults left out', () => {
  const recipe: RecipeOp[] = [
    { op: 'resize', height: 150, width: 150 },
    { op: 'colour-mask', palette: [{ colour: [71, 86, 38], distance: 40 }] },
  ];
  const augment: AugmentationOp[] = [
    { op: 'sometimes', ops: [{ op: 'one-of', ops: [{ op: 'rotate', degrees: [-9, 9] }] }] },
  ];
  expect(parseRecipe(recipe)).toHaveLength(2);
  expect(parseAugmentation(augment)).toHaveLength(1);
});

test('names and fields that do not exist do not compile', () => {
  // @ts-expect-error a misspelt op
  const op: RecipeOp = { op: 'rezise', height: 1, width: 1 };
  // @ts-expect-error a misspelt field
  const field: AugmentationOp = { op: 'rotate', degree: [1, 2] };
  // @ts-expect-error a random op in a recipe
  const random: RecipeOp = { op: 'rotate' };
  // @ts-expect-error a misspelt op in a list
  const inner: AugmentationOp = { op: 'sometimes', ops: [{ op: 'rotat' }] };
  // @ts-expect-error a border that does not exist
  const border: AugmentationOp = { op: 'rotate', border: 'mirror' };
  for (const spec of [op, random]) expect(() => parseRecipe([spec])).toThrow('Unknown recipe op');
  for (const spec of [field, inner, border])
    expect(() => parseAugmentation([spec])).toThrow(/degree|rotat|border/);
});

test('completion offers the names that exist', () => {
  expectTypeOf<RecipeOp['op']>().toEqualTypeOf<(typeof recipeOpNames)[number]>();
  expectTypeOf<'resize'>().toExtend<RecipeOp['op']>();
  expectTypeOf<'rotate'>().not.toExtend<RecipeOp['op']>();
  expectTypeOf<'rotate'>().toExtend<AugmentationOp['op']>();
  expect(recipeOpNames).toContain('resize');
  expect(augmentationOpNames).toContain('rotate');
});
