import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { numbered } from '../../test/numbered.ts';
import { convolve, convolveInWasm, convolveScalar, prepare } from './convolve.ts';

const side = fc.integer({ min: 1, max: 30 });

test('has the pixels of the scalar code, whatever the weights', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 25,
    maxLength: 25,
  });
  fc.assert(
    fc.property(side, side, weights, (height, width, numbers) => {
      const sum = numbers.reduce((total, weight) => total + weight, 0);
      fc.pre(sum > 0.1);
      const window = { size: 5, weights: numbers.map((weight) => weight / sum) };
      const source = images.noise(height, width);
      const prepared = prepare(source, window);
      const scalar = convolveScalar(source, prepared);
      expect(Buffer.compare(convolveInWasm(source, prepared)!, scalar)).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('a window with one weight moves the image, mirrored about the edge', () => {
  const left = { size: 3, weights: [0, 0, 0, 0, 0, 1, 0, 0, 0] };
  const source = numbered(1, 3);
  const pixels = [20, 21, 22, 30, 31, 32, 20, 21, 22];
  expect([...convolve(source, left).data]).toEqual(pixels);
});

test('halves are rounded to even numbers, and sums are limited to 255', () => {
  const data = Uint8Array.from([1, 3, 254, 2, 4, 255]);
  const pair = { height: 1, width: 2, channels: 3, data };
  const mean = { size: 3, weights: [0, 0, 0, 0, 0.5, 0.5, 0, 0, 0] };
  expect([...convolve(pair, mean).data]).toEqual([2, 4, 254, 2, 4, 254]);
  const twice = { size: 1, weights: [2] };
  expect([...convolve(pair, twice).data]).toEqual([2, 6, 255, 4, 8, 255]);
});
