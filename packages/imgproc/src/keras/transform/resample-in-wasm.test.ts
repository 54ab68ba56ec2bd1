import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Border } from '../../kernels/border.ts';
import { IDENTITY } from '../../kernels/grid-matrices.ts';
import { pullMatrix } from '../../kernels/pull-matrix.ts';
import type { Planes } from './planes.ts';
import { resampleScalar } from './resample.ts';
import { resampleInWasm } from './resample-in-wasm.ts';
import { SPLINE_ORDERS } from './spline-weights.ts';

const side = fc.integer({ min: 1, max: 30 });
const shape = fc.record({ height: side, width: side, channels: fc.integer({ min: 1, max: 4 }) });
const options = fc.record({
  order: fc.constantFrom(...SPLINE_ORDERS),
  fillMode: fc.constantFrom<Border>('nearest', 'reflect', 'wrap', 'constant'),
  cval: fc.double({ min: -1, max: 300, noNaN: true }),
});
const placement = fc.record({
  degrees: fc.double({ min: -180, max: 180, noNaN: true }),
  scale: fc.double({ min: 0.05, max: 20, noNaN: true }),
  shear: fc.double({ min: -80, max: 80, noNaN: true }),
  down: fc.double({ min: -50, max: 50, noNaN: true }),
  right: fc.double({ min: -50, max: 50, noNaN: true }),
});

function planesOf({ height, width, channels }: Omit<Planes, 'data' | 'order'>): Planes {
  const length = height * width * channels;
  const data = Float32Array.from({ length }, (_, at) => ((at * 7919) % 1009) / 3 - 20);
  return { height, width, channels, data, order: 'channels-first' };
}

test('has the values of the scalar code, whatever the order, border and matrix', () => {
  fc.assert(
    fc.property(shape, placement, options, (size, changes, how) => {
      const source = planesOf(size);
      const matrix = pullMatrix(source, changes);
      const fast = resampleInWasm(source, matrix, how);
      expect(fast).toEqual(resampleScalar(source, matrix, how).data);
    }),
    { numRuns: 500 },
  );
});

test.each(SPLINE_ORDERS)('order %d: points on pixels and half way between them', (order) => {
  const source = planesOf({ height: 9, width: 8, channels: 3 });
  for (const [rowOffset, columnOffset] of [
    [0, 0],
    [0.5, -0.5],
    [-1, 1],
    [1, 0.5],
  ] as const) {
    const matrix = { ...IDENTITY, rowOffset, columnOffset };
    const how = { order, fillMode: 'reflect', cval: 0 } as const;
    const { data } = resampleScalar(source, matrix, how);
    expect(resampleInWasm(source, matrix, how)).toEqual(data);
  }
});

test('the result is independent of the next one, and the source is only read', () => {
  const source = planesOf({ height: 3, width: 4, channels: 2 });
  const before = source.data.slice();
  const how = { order: 1, fillMode: 'nearest', cval: 0 } as const;
  const result = resampleInWasm(source, IDENTITY, how);
  resampleInWasm(planesOf({ height: 9, width: 9, channels: 3 }), IDENTITY, how);
  expect(result).toEqual(before);
  expect(source.data).toEqual(before);
});
