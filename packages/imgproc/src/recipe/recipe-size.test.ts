import { expect, test } from 'vitest';
import { recipeSize } from './recipe-size.ts';

test('is the size of the last resize', () => {
  const recipe = [
    { op: 'resize', height: 10, width: 20 },
    { op: 'resize', height: 30, width: 40 },
    { op: 'median', size: 3 },
  ];
  expect(recipeSize(recipe)).toEqual({ height: 30, width: 40 });
});

test('is undefined without a resize', () => {
  expect(recipeSize([{ op: 'median', size: 3 }])).toBeUndefined();
});
