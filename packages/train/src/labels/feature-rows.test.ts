import { expect, test } from 'vitest';
import { featureRows } from './feature-rows.ts';
import { rowAt } from './rows.ts';
import { scalarProduct } from './scalar-product.ts';

test('columns of signed square roots have mean 0 and variance 1, and a constant column is 0', () => {
  // the square roots of the first column: -2, 4, 0, 4, with mean 1.5 and variance 6.75
  const { data, count, size } = featureRows(Float32Array.of(-4, 7, 16, 7, 0, 7, 16, 7), 4);
  expect([count, size]).toEqual([4, 2]);
  const first = [-3.5, 2.5, -1.5, 2.5].map((value) => value / Math.sqrt(6.75));
  for (const [row, value] of first.entries()) expect(data[row * 2]).toBeCloseTo(value, 12);
  for (let row = 0; row < 4; row++) expect(data[row * 2 + 1]).toBe(0);
});

test('rows with more columns than rows are replaced by shorter ones with the same scalar products', () => {
  const features = Float32Array.of(1, 2, 3, 4, 9, 0, 2, 2, 5, 5, 1, 7, 0, 3, 4);
  const short = featureRows(features, 3);
  const wide = featureRows(
    Float32Array.of(...features, ...features, ...features, ...features, ...features),
    15,
  );
  expect([short.size, wide.size]).toEqual([3, 5]);
  for (let row = 0; row < 3; row++)
    for (let other = 0; other < 3; other++)
      expect(scalarProduct(rowAt(short, row), rowAt(short, other))).toBeCloseTo(
        scalarProduct(rowAt(wide, row), rowAt(wide, other)),
        6,
      );
});

test('features that are not rows of finite numbers are an error', () => {
  expect(() => featureRows(new Float32Array(7), 2)).toThrow(/The features/);
  expect(() => featureRows(new Float32Array(0), 0)).toThrow(/The features/);
  expect(() => featureRows(Float32Array.of(1, NaN), 2)).toThrow(
    'features must be finite numbers; received NaN',
  );
});
