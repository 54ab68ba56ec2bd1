import { rngAt } from '@sprout/core';
import { expect, test } from 'vitest';
import { fog } from './fog.ts';

const dark = { height: 60, width: 80, channels: 3, data: new Uint8Array(14_400).fill(20) };
const meanOf = (data: Uint8Array) => data.reduce((sum, value) => sum + value, 0) / data.length;

test('fog makes the image lighter, most of all in the middle', () => {
  const { data } = fog(dark, { intensity: 0.6, opacity: 0.08 }, rngAt(0, []));
  const middle = data.subarray(3 * (30 * 80 + 30), 3 * (30 * 80 + 50));
  expect(meanOf(data)).toBeGreaterThan(25);
  expect(meanOf(middle)).toBeGreaterThan(meanOf(data.subarray(0, 240)) + 5);
});

test('fog of no opacity leaves a flat image as it is', () => {
  expect(fog(dark, { intensity: 0.6, opacity: 0 }, rngAt(0, []))).toEqual(dark);
});
