import { expect, test } from 'vitest';
import { NO_SIZES, shapeInNumbers, sizeOf } from './sizes.ts';

test('a shape in numbers has the sizes of its symbolic dimensions', () => {
  expect(shapeInNumbers(['batch', 3, 'batch'], new Map([['batch', 8]]))).toEqual([8, 3, 8]);
  expect(sizeOf(5, NO_SIZES)).toBe(5);
});

test('each symbolic dimension must have a size', () => {
  expect(() => shapeInNumbers([1, 'rows'], new Map([['batch', 8]]))).toThrow(
    'the dimension rows has no size',
  );
});
