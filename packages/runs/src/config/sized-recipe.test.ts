import { FITS as KERNEL_FITS } from '@sprout/imgproc';
import { expect, test } from 'vitest';
import { FITS } from '../options/limits.ts';
import { sizedRecipe } from './sized-recipe.ts';

const resize = { op: 'resize', height: 150, width: 150 };
const median = { op: 'median', size: 3 };
const size = { height: 20, width: 30 };

test('without options a recipe stays as it is', () => {
  const recipe = [resize, median];
  expect(sizedRecipe(recipe, {})).toBe(recipe);
});

test('a size changes reduce and resize, and keeps how images are fitted', () => {
  const reduce = { op: 'reduce', height: 150, width: 150 };
  const crop = { ...resize, fit: 'crop' };
  expect(sizedRecipe([reduce, crop, median], { size })).toEqual([
    { ...reduce, ...size },
    { ...crop, ...size },
    median,
  ]);
  expect(sizedRecipe([median], { size, fit: 'pad' })).toEqual([
    { op: 'resize', ...size, fit: 'pad' },
    median,
  ]);
});

test('a fit changes every resize; a colour stays with pad only', () => {
  const pad = { ...resize, fit: 'pad', colour: [1, 2, 3] };
  expect(sizedRecipe([pad, median], { fit: 'crop' })).toEqual([{ ...resize, fit: 'crop' }, median]);
  expect(sizedRecipe([pad], { fit: 'pad' })).toEqual([pad]);
  expect(sizedRecipe([pad], { fit: 'squash' })).toEqual([{ ...resize, fit: 'squash' }]);
});

test('a fit without a resize is refused', () => {
  expect(() => sizedRecipe([median], { fit: 'crop' })).toThrow(
    'used with a recipe that has the op resize, which --size adds',
  );
});

test('the option has the ways of the op', () => {
  expect(FITS).toEqual(KERNEL_FITS);
});
