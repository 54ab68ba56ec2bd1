import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import type { Border } from './border.ts';
import { elasticPoints } from './elastic-points.ts';
import { perspectiveMatrix, perspectivePoints } from './perspective.ts';
import type { PointsOf } from './points.ts';
import { remapScalar } from './remap.ts';
import { remapInWasm } from './remap-in-wasm.ts';

const side = fc.integer({ min: 1, max: 40 });
const border = fc.constantFrom<Border>('nearest', 'reflect', 'wrap', 'constant');

test('has the pixels of the scalar code, whatever the points', () => {
  fc.assert(
    fc.property(fc.tuple(side, side), fc.integer({ min: 1, max: 20 }), border, (size, reach, b) => {
      const source = images.noise(...size);
      const way = (at: number) => ((at * 7919) % (64 * reach)) - 32 * reach;
      const pointsOf: PointsOf = (row, x, y) => {
        for (let at = 0; at < x.length; at++) {
          x[at] = 32 * at + way(row * 31 + at);
          y[at] = 32 * row + way(at * 17 + row * row);
        }
      };
      const fast = remapInWasm(source, { pointsOf, border: b });
      const { data } = remapScalar(source, { pointsOf, border: b });
      expect(Buffer.compare(fast!, data)).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test('the points of an elastic distortion are those that it computes itself', () => {
  for (const width of [1, 2, 3, 5, 30]) {
    const source = images.noise(20, width);
    const noise = Int8Array.from({ length: 40 * width }, (_, at) => (at * at * 7919) >> 7);
    const halves = { right: noise.subarray(0, 20 * width), down: noise.subarray(20 * width) };
    const pointsOf = elasticPoints(source, halves, { sigma: 2, distance: 3 });
    const own: PointsOf = (row, x, y) => pointsOf(row, x, y);
    const fast = remapInWasm(source, { pointsOf, border: 'reflect' });
    expect(pointsOf.displacements).toBeDefined();
    expect(fast).toEqual(remapInWasm(source, { pointsOf: own, border: 'reflect' }));
  }
});

test('so are the points of a projection', () => {
  for (const width of [1, 2, 5, 30]) {
    const source = images.noise(20, width);
    const [near, far] = [
      { right: 0.15, down: -0.1 },
      { right: -0.2, down: 0.07 },
    ];
    const pointsOf = perspectivePoints(perspectiveMatrix(source, [near, far, far, near]));
    const own: PointsOf = (row, x, y) => pointsOf(row, x, y);
    const fast = remapInWasm(source, { pointsOf, border: 'reflect' });
    expect(pointsOf.projection).toBeDefined();
    expect(fast).toEqual(remapInWasm(source, { pointsOf: own, border: 'reflect' }));
  }
});
