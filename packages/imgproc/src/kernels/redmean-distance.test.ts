import { expect, test } from 'vitest';
import { redmeanDistance } from './redmean-distance.ts';

test('a colour has no distance from itself', () => {
  expect(redmeanDistance(12, 200, 99, [12, 200, 99])).toBe(0);
});

test('green has the weight 4; red and blue have weights from 2 to 3, by the mean of the reds', () => {
  expect(redmeanDistance(0, 10, 0, [0, 0, 0])).toBe(400);
  expect(redmeanDistance(0, 0, 16, [0, 0, 0])).toBe(Math.floor((767 * 256) / 256));
  expect(redmeanDistance(255, 0, 16, [255, 0, 0])).toBe(Math.floor((512 * 256) / 256));
  expect(redmeanDistance(255, 0, 0, [239, 0, 0])).toBe(512 + 247);
});

test('is symmetric, and largest between black and white', () => {
  expect(redmeanDistance(1, 50, 200, [90, 3, 7])).toBe(redmeanDistance(90, 3, 7, [1, 50, 200]));
  expect(redmeanDistance(0, 0, 0, [255, 255, 255])).toBe(584_970);
});
