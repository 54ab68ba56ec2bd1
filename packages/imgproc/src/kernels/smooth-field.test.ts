import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { differences } from '../../test/differences.ts';
import { alphaOf } from './elastic-points.ts';
import { smoothField } from './smooth-field.ts';

const [height, width] = [23, 31];

test.each(geometry.elastic)('sigma $sigma: the field of cv2.GaussianBlur', (expected) => {
  const values = expected.noise.subarray(0, height * width);
  const alpha = alphaOf(expected);
  const right = smoothField({ height, width, values }, expected.sigma).map(
    (value) => (alpha * (value + 0.5)) / 128,
  );
  const scale = expected.right.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(differences(right, expected.right).largest / scale).toBeLessThan(0.003);
});

test('a field of one value stays as it is', () => {
  const values = new Float32Array(12).fill(7);
  for (const sigma of [0.1, 1, 7, 40]) {
    const smooth = smoothField({ height: 3, width: 4, values }, sigma);
    expect(differences(smooth, values).largest).toBeLessThan(1e-5);
  }
});

test('with almost no smoothing the values stay, and 1 x 1 is possible', () => {
  const values = Float32Array.of(1, -2, 3, 4, 0, 9);
  expect(smoothField({ height: 2, width: 3, values }, 0.05)).toEqual(values);
  expect([...smoothField({ height: 1, width: 1, values: Int8Array.of(5) }, 9)]).toEqual([5]);
});
