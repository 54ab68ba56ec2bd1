import { expect, test } from 'vitest';
import { deprocessImage } from './deprocess-image.ts';

test('puts the mean at 0.5 and one standard deviation at 0.1, cut to bytes', () => {
  // the mean is 3, the standard deviation 2
  expect([...deprocessImage(Float32Array.of(1, 5, 1, 5))]).toEqual([102, 152, 102, 152]);
});

test('cuts off what is far from the mean', () => {
  const numbers = new Float32Array(200);
  numbers[0] = 1000;
  numbers[1] = -1000;
  const bytes = deprocessImage(numbers);
  expect([bytes[0], bytes[1], bytes[2]]).toEqual([255, 0, 127]);
});

test('an image of equal numbers is grey, and the numbers stay as they are', () => {
  const numbers = Float32Array.of(7, 7, 7);
  expect([...deprocessImage(numbers)]).toEqual([127, 127, 127]);
  expect([...numbers]).toEqual([7, 7, 7]);
});
