import { expect, test } from 'vitest';
import { numpySum } from './numpy-sum.ts';

const tenths = (count: number) =>
  Float32Array.from({ length: count }, (_, at) => Math.fround(0.1) * at);

// Printed by NumPy 2.2.6: (numpy.arange(n, dtype='f') * numpy.float32(0.1)).sum()
test.each([
  [5, 1],
  [8, 2.799999713897705],
  [100, 495],
  [1000, 49950],
  [20_000, 19_999_000],
])('%i values have the sum of NumPy', (count, expected) => {
  expect(numpySum(tenths(count))).toBe(expected);
});

test('the sum goes on from the values before', () => {
  expect(numpySum(Float32Array.of(1, 2), 10)).toBe(13);
  expect(numpySum(new Float32Array(), 10)).toBe(10);
});
