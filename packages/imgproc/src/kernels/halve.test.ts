import { expect, test } from 'vitest';
import { halve } from './halve.ts';

test('gives the rounded mean of 2 x 2 pixels for each channel', () => {
  const data = Uint8Array.of(0, 10, 1, 20, 2, 30, 3, 41);
  expect(halve({ height: 2, width: 2, channels: 2, data })).toEqual({
    height: 1,
    width: 1,
    channels: 2,
    data: Uint8Array.of(2, 25),
  });
});

test('gives the middle one of three pixels twice the weight', () => {
  const data = Uint8Array.of(0, 8, 80, 160, 0, 0, 8, 80, 160, 0);
  expect(halve({ height: 2, width: 5, channels: 1, data })).toEqual({
    height: 1,
    width: 2,
    channels: 1,
    data: Uint8Array.of(24, 100),
  });
});
