import { expect, test } from 'vitest';
import { gaussianSize, gaussianTaps } from './gaussian-taps.ts';

test('the weights are 256ths, from the middle outwards, without zeros at the end', () => {
  expect([...gaussianTaps(0.5)]).toEqual([202, 27]);
  expect([...gaussianTaps(1)]).toEqual([102, 62, 14, 1]);
  expect([...gaussianTaps(0.2)]).toEqual([256]);
});

test('a window that is given cuts the curve off', () => {
  expect([...gaussianTaps(2, 3)]).toEqual([92, 82]);
});

test('the window has an odd side of about six deviations', () => {
  expect([0.01, 0.5, 1, 2, 2.5].map(gaussianSize)).toEqual([1, 5, 7, 13, 17]);
});

test('all weights together are 256', () => {
  for (let deviation = 0.1; deviation < 20; deviation += 0.37) {
    const [middle, ...sides] = gaussianTaps(deviation);
    expect(middle! + 2 * sides.reduce((sum, tap) => sum + tap, 0)).toBe(256);
  }
});
