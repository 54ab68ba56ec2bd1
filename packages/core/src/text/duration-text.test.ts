import { expect, test } from 'vitest';
import { durationText } from './duration-text.ts';

test.each([
  [0.42, '0.4 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.7, '1 min 0 s'],
  [200, '3 min 20 s'],
  [3599, '59 min 59 s'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, expected) => {
  expect(durationText(seconds)).toBe(expected);
});
