import { expect, test } from 'vitest';
import { normalise } from './normalise.ts';

test('normalises each channel by its own mean and deviation', () => {
  const target = new Float32Array(6);
  normalise(Uint8Array.of(0, 10, 255, 127, 20, 0), target, {
    mean: [0, 10, 255],
    deviation: [255, 5, 1],
  });
  expect([...target]).toEqual([0, 0, 0, Math.fround(127 / 255), 2, -255]);
});

test('does not write to the pixels', () => {
  const pixels = Uint8Array.of(1, 2);
  normalise(pixels, new Float32Array(2), { mean: [5], deviation: [2] });
  expect([...pixels]).toEqual([1, 2]);
});
