import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { image } from '../../fixtures/ops.ts';
import { differences } from '../../test/differences.ts';
import { elasticPoints } from './elastic-points.ts';
import { remap } from './remap.ts';

const count = image.height * image.width;

test.each(geometry.elastic)(
  'sigma $sigma, border $border: the pixels of albumentations, but for points at the edge between two steps',
  ({ noise, border, data, ...elasticity }) => {
    const halves = { right: noise.subarray(0, count), down: noise.subarray(count) };
    const pointsOf = elasticPoints(image, halves, elasticity);
    const { share, largest } = differences(remap(image, { pointsOf, border }).data, data);
    expect(share).toBeLessThan(0.2);
    expect(largest).toBeLessThan(16); // a step of the most different neighbours of this noise, in both directions
  },
);

test('the root mean square of the ways is the distance', () => {
  const side = 120;
  const noise = Int8Array.from({ length: 2 * side * side }, (_, at) => (at * at * 7919) >> 7);
  const halves = { right: noise.subarray(0, side * side), down: noise.subarray(side * side) };
  const points = elasticPoints({ height: side, width: side }, halves, { sigma: 2, distance: 3 });
  const [x, y] = [new Int32Array(side), new Int32Array(side)];
  let squares = 0;
  for (let row = 20; row < 100; row++) {
    points(row, x, y);
    for (let at = 20; at < 100; at++) squares += (x[at]! / 32 - at) ** 2 + (y[at]! / 32 - row) ** 2;
  }
  expect(Math.sqrt(squares / (2 * 80 * 80))).toBeCloseTo(3, 0);
});
