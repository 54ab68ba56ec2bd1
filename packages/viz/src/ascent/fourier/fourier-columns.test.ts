import { expect, test } from 'vitest';
import { fourierColumns, fourierColumnsBack } from './fourier-columns.ts';

const numbers = (size: number, seed: number) =>
  Float64Array.from({ length: size }, (_, at) => Math.sin(seed + at * at * 0.7));

test.each([1, 2, 6, 7, 20, 30])('is the definition for length %d', (length) => {
  const columns = 3;
  const given = { real: numbers(length * columns, 1), imaginary: numbers(length * columns, 2) };
  const { real, imaginary } = fourierColumns(given, length);
  for (let frequency = 0; frequency < length; frequency++)
    for (let column = 0; column < columns; column++) {
      let [sumReal, sumImaginary] = [0, 0];
      for (let n = 0; n < length; n++) {
        const angle = (-2 * Math.PI * frequency * n) / length;
        const at = n * columns + column;
        sumReal += given.real[at]! * Math.cos(angle) - given.imaginary[at]! * Math.sin(angle);
        sumImaginary += given.real[at]! * Math.sin(angle) + given.imaginary[at]! * Math.cos(angle);
      }
      expect(real[frequency * columns + column]).toBeCloseTo(sumReal, 10);
      expect(imaginary[frequency * columns + column]).toBeCloseTo(sumImaginary, 10);
    }
});

test('the transform back gives the numbers times the length, and neither changes its argument', () => {
  const given = { real: numbers(28, 3), imaginary: numbers(28, 4) };
  const kept = structuredClone(given);
  const back = fourierColumnsBack(fourierColumns(given, 14), 14);
  back.real.forEach((value, at) => expect(value).toBeCloseTo(14 * given.real[at]!, 10));
  back.imaginary.forEach((value, at) => expect(value).toBeCloseTo(14 * given.imaginary[at]!, 10));
  expect(given).toEqual(kept);
});
