import { expect, test } from 'vitest';
import { roundHalfToEven } from './round-half-to-even.ts';

test('halves go to the even number, others to the nearest', () => {
  expect([0.5, 1.5, 2.5, -1.5, 2.4, 2.6, -0.6].map(roundHalfToEven)).toEqual([
    0, 2, 2, -2, 2, 3, -1,
  ]);
});
