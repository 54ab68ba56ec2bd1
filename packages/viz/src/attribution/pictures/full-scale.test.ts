import { expect, test } from 'vitest';
import { fullScale } from './full-scale.ts';

const mapOf = (...values: number[]) => ({
  height: 1,
  width: values.length,
  values: Float32Array.from(values),
});

test('is the largest magnitude, or the one of a share', () => {
  const map = mapOf(1, -5, 2, 3);
  expect(fullScale(map, 1)).toBe(5);
  expect(fullScale(map, 0.75)).toBe(3);
});

test('a map with few values that are not 0 has its largest, and a map of zeros 1', () => {
  expect(fullScale(mapOf(0, 0, 0, 2), 0.5)).toBe(2);
  expect(fullScale(mapOf(0, 0), 1)).toBe(1);
});
