import { expect, test } from 'vitest';
import { countedIs } from './counted-is.ts';

test.each([
  [0, '0 images are'],
  [1, '1 image is'],
  [2, '2 images are'],
])('%d: %s', (count, text) => {
  expect(countedIs(count, 'image')).toBe(text);
});
