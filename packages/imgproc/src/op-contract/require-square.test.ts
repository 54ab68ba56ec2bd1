import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { requireSquare } from './require-square.ts';

test('accepts square images only', () => {
  const options = { file: 'a.png', op: 'd4' };
  expect(() => requireSquare({ height: 2, width: 2 }, options)).not.toThrow();
  const wide = () => requireSquare({ height: 2, width: 3 }, options);
  expect(wide).toThrow(
    'Cannot process a.png: the op d4 needs a square image, and this one has 2 x 3 pixels',
  );
  expect(wide).toThrow(expect.toSatisfy((error) => isSproutError(error, 'image-unprocessable')));
});
