import { expect, test } from 'vitest';
import { redmeanDistance } from './redmean-distance.ts';

test('a colour has the distance 0 from itself', () => {
  expect(redmeanDistance([71, 86, 38])(71, 86, 38)).toBe(0);
});

test('red and blue weigh more or less by the mean of the reds, green weighs 4', () => {
  const black = redmeanDistance([0, 0, 0]);
  expect(black(0, 1, 0)).toBe(4);
  expect(black(10, 0, 0)).toBe((517 * 100) >> 8);
  expect(black(0, 0, 10)).toBe((767 * 100) >> 8);
  expect(black(255, 255, 255)).toBe(584_970);
});

test('the distance is the same in both directions', () => {
  expect(redmeanDistance([200, 10, 30])(20, 40, 90)).toBe(
    redmeanDistance([20, 40, 90])(200, 10, 30),
  );
});
