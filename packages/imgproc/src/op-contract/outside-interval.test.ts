import { expect, test } from 'vitest';
import { outsideInterval } from './outside-interval.ts';

test.each([-5, 0, 5, 5 + 1e-10])('%d fits', (value) => {
  expect(outsideInterval(value, [-5, 5])).toBeUndefined();
});

test.each([-7, 5.1, 1e9])('%d does not fit', (value) => {
  expect(outsideInterval(value, [-5, 5])).toBe(
    `${value} is outside of the interval from -5 to 5 of the augmentation`,
  );
});
