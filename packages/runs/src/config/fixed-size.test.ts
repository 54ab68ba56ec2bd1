import { expect, test } from 'vitest';
import { fixedSize } from './fixed-size.ts';

test('the size is that of the last resize', () => {
  const recipe = [
    { op: 'resize', height: 9, width: 8 },
    { op: 'median', size: 3 },
    { op: 'resize', height: 5, width: 4 },
  ];
  expect(fixedSize(recipe)).toEqual({ height: 5, width: 4 });
});

test.each([[[]], [[{ op: 'median', size: 3 }]]])('the recipe %j has no fixed size', (recipe) => {
  expect(() => fixedSize(recipe)).toThrow(
    `${JSON.stringify(recipe)} is not valid: a model needs images of one size; add { op: resize, height, width }`,
  );
});
