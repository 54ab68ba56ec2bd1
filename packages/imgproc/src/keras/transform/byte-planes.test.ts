import { expect, test } from 'vitest';
import { images } from '../../../fixtures/kernels.ts';
import { planesOfRaster, roundedPlanes, roundedScalar } from './byte-planes.ts';
import { toPlanes } from './planes.ts';

test.each([1, 2, 3, 4, 5, 7, 16])('the planes of RGB, %d pixels across', (width) => {
  const source = images.noise(3, width);
  const planes = planesOfRaster(source);
  expect(planes).toEqual(toPlanes(source.data, { ...source, order: 'channels-last' }));
  expect(roundedPlanes(planes)).toEqual(Uint8Array.from(source.data));
});

test('a mask has one plane', () => {
  const mask = { height: 1, width: 2, channels: 1, data: Uint8Array.of(3, 200) };
  const planes = planesOfRaster(mask);
  expect([...planes.data]).toEqual([3, 200]);
  expect([...roundedPlanes(planes)]).toEqual([3, 200]);
});

test('values are limited to bytes and rounded in single precision', () => {
  const values = [-1, -0, 0.49999997, 0.5, 254.49998, 254.5, 255, 256, 1e9];
  const shape = { height: 1, width: 3, channels: 3, order: 'channels-first' } as const;
  const planes = toPlanes(values, shape);
  const expected = [0, 1, 255, 0, 254, 255, 1, 255, 255];
  expect([...roundedScalar(planes)]).toEqual(expected);
  expect([...roundedPlanes(planes)]).toEqual(expected);
});
