import { expect, test } from 'vitest';
import { requireSquare } from './require-square.ts';

test('accepts square images only', () => {
  expect(() => requireSquare({ height: 2, width: 2 }, 'a.png')).not.toThrow();
  expect(() => requireSquare({ height: 2, width: 3 }, 'a.png')).toThrow(
    /a\.png.*\[n, n, 3\].*\[2, 3, 3\]/,
  );
});
