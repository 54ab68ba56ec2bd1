import { expect, test } from 'vitest';
import { leftText } from './left-text.ts';

test.each([
  [0, '0 s left'],
  [-1, '0 s left'],
  [59.4, '59 s left'],
  [59.6, '1 min left'],
  [3540, '59 min left'],
  [3590, '1 h 0 min left'],
  [4 * 3600 + 1234, '4 h 21 min left'],
  [Infinity, ''],
  [NaN, ''],
])('%d seconds: %s', (seconds, text) => {
  expect(leftText(seconds)).toBe(text);
});
