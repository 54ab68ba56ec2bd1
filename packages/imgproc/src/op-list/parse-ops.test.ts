import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { augmentationOps } from '../../test/all-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { parseRecipe } from '../recipe/parse-recipe.ts';
import { parseOps } from './parse-ops.ts';

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (isSproutError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no error';
}

test('fills in the defaults and the colours of named palettes', () => {
  const recipe = parseRecipe([
    { op: 'resize', height: 150, width: 100 },
    { op: 'colour-mask', palette: 'seedling' },
  ]);
  expect(recipe).toEqual([
    { op: 'resize', height: 150, width: 100, resampler: 'cv2-linear' },
    {
      op: 'colour-mask',
      palette: [
        { colour: [71, 86, 38], threshold: 1600 },
        { colour: [65, 79, 19], threshold: 1600 },
        { colour: [95, 106, 56], threshold: 1600 },
        { colour: [56, 63, 43], threshold: 500 },
      ],
    },
  ]);
});

test('parsing a parsed recipe gives the same recipe', () => {
  const recipe = parseRecipe([
    { op: 'colour-mask', palette: 'seedling' },
    { op: 'median', size: 9 },
  ]);
  expect(parseRecipe(recipe)).toEqual(recipe);
});

test.each([
  [
    [{ op: 'rezise', height: 1, width: 1 }],
    'name-unknown: Unknown recipe op "rezise"; did you mean "resize"?',
  ],
  [[{ op: 'resize', hieght: 1, width: 1 }], 'did you mean "height"?'],
  [
    [{ op: 'median', size: 4 }],
    'recipe-invalid: recipe[0] (median) is not valid: size: must be odd, not 4',
  ],
  [
    [
      { op: 'median', size: 3 },
      { op: 'resize', height: 0, width: 1 },
    ],
    'recipe[1] (resize)',
  ],
  [[{ op: 'resize', height: 1, width: 1, resampler: 'cubic' }], 'resampler'],
  [[{ op: 'colour-mask', palette: [{ colour: [1, 2, 300], threshold: 1 }] }], 'recipe-invalid'],
  [[{ op: '__proto__' }], 'name-unknown'],
  [
    [{ size: 9 }],
    'recipe-invalid: recipe[0] is not valid: the field "op", with the name of the op, is missing',
  ],
  [
    ['median'],
    'recipe-invalid: recipe[0] is not valid: each entry must be an object with a name in "op"',
  ],
  ['median', 'recipe-invalid: recipe is not valid: it must be a list of ops'],
])('refuses %j', (specs, message) => {
  expect(messageOf(() => parseRecipe(specs))).toContain(message);
});

test('refuses a random op in a recipe', () => {
  expect(messageOf(() => parseRecipe([{ op: 'rotate' }]))).toContain('Unknown recipe op "rotate"');
  expect(messageOf(() => parseAugmentation([{ op: 'rotate', degrees: [10, -10] }]))).toContain(
    'the first number must not exceed the second',
  );
});

const inLists = { kind: 'augmentation', table: augmentationOps };

test('fills in the defaults of ops in lists', () => {
  const specs = [{ op: 'sometimes', ops: [{ op: 'one-of', ops: [{ op: 'rotate' }] }] }];
  const rotate = { op: 'rotate', degrees: [-15, 15], border: 'nearest' };
  const parsed = parseOps(specs, inLists);
  expect(parsed).toEqual([
    { op: 'sometimes', probability: 0.5, ops: [{ op: 'one-of', ops: [rotate] }] },
  ]);
  expect(parseOps(parsed, inLists)).toEqual(parsed);
});

test.each([
  [{ op: 'rotat' }, 'name-unknown: Unknown augmentation op "rotat"; did you mean "rotate"?'],
  [{ op: 'rotate', degree: 3 }, 'name-unknown: Unknown field of the op rotate: "degree"'],
  [{ op: 'rotate', degrees: [2, 1] }, 'recipe-invalid: augmentation[1].ops[0] (rotate)'],
  [{}, 'recipe-invalid: augmentation[1] (sometimes)'],
])('refuses %j in a list, with its path', (spec, message) => {
  const specs = [{ op: 'noise' }, { op: 'sometimes', ops: [spec] }];
  expect(messageOf(() => parseOps(specs, inLists))).toContain(message);
});
