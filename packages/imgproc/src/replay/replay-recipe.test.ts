import type { OpSpec, Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { applyOp } from '../../test/set-up-ops.ts';
import { recipeOpNames } from '../ops/index.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { replayFault, replayRecipe } from './replay-recipe.ts';

const image: Raster = {
  height: 9,
  width: 12,
  channels: 3,
  data: Uint8Array.from({ length: 9 * 12 * 3 }, (_, at) => (at * 47) % 251),
};

const SPECS: readonly OpSpec[] = [
  { op: 'reduce', height: 4, width: 4 },
  { op: 'resize', height: 5, width: 7 },
  { op: 'resize', height: 5, width: 7, resampler: 'pil-lanczos' },
  { op: 'resize', height: 20, width: 7, resampler: 'pil-nearest' },
  { op: 'resize', height: 5, width: 7, fit: 'crop' },
  { op: 'resize', height: 5, width: 7, resampler: 'pil-box', fit: 'pad', colour: [9, 8, 7] },
  { op: 'centre-square', size: 4 },
  { op: 'colour-mask', palette: 'seedling' },
  { op: 'colour-mask', palette: [{ colour: [71, 86, 38], threshold: 60_000 }] },
  { op: 'median', size: 3 },
];

test.each(SPECS)('%j gives the pixels of the op', (spec) => {
  const recipe = parseRecipe([spec]);
  expect(replayRecipe(image, recipe)).toEqual(applyOp(recipe[0]!, image));
});

test('a palette is applied to one image after the other', () => {
  const recipe = parseRecipe([{ op: 'colour-mask', palette: 'seedling' }]);
  const negative = { ...image, data: image.data.map((value) => 255 - value) };
  for (const each of [image, negative, image])
    expect(replayRecipe(each, recipe)).toEqual(applyOp(recipe[0]!, each));
});

test('every op of recipes is tried', () => {
  expect(new Set(SPECS.map(({ op }) => op))).toEqual(new Set(recipeOpNames));
});

test('an op that needs OpenCV, or is not known, is an error', () => {
  const area = [{ op: 'resize', height: 5, width: 7, resampler: 'cv2-area' }];
  expect(replayFault(area)).toBe(
    'the resampler cv2-area runs only in Node; cv2-linear and the resamplers of Pillow, such as pil-bilinear, run in a web page too',
  );
  expect(() => replayRecipe(image, area)).toThrow(/cv2-area runs only in Node/);
  expect(replayFault([{ op: 'toString' }])).toBe('the op toString runs only in Node');
  expect(replayFault(parseRecipe(SPECS.slice(0, 3)))).toBeUndefined();
});
