import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { affineScalar } from './affine.ts';
import { affineInWasm } from './affine-in-wasm.ts';
import type { Border } from './border.ts';
import { IDENTITY } from './grid-matrices.ts';
import { pullMatrix } from './pull-matrix.ts';

const side = fc.integer({ min: 1, max: 40 });
const border = fc.constantFrom<Border>('nearest', 'reflect', 'wrap', 'constant');
const placement = fc.record({
  degrees: fc.double({ min: -180, max: 180, noNaN: true }),
  scale: fc.double({ min: 0.05, max: 20, noNaN: true }),
  shear: fc.double({ min: -80, max: 80, noNaN: true }),
  down: fc.double({ min: -50, max: 50, noNaN: true }),
  right: fc.double({ min: -50, max: 50, noNaN: true }),
});

test('has the pixels of the scalar code, whatever the matrix', () => {
  fc.assert(
    fc.property(fc.tuple(side, side), placement, border, (size, changes, outside) => {
      const source = images.noise(...size);
      const matrix = pullMatrix(source, changes);
      const fast = affineInWasm(source, matrix, outside);
      expect(Buffer.compare(fast!, affineScalar(source, matrix, outside).data)).toBe(0);
    }),
    { numRuns: 400 },
  );
});

test.each([0.5, 0.25, 1 / 3, 0.5 + 2 ** -40, 0.5 - 2 ** -40])(
  'has them too where sums lie between two bytes: moved by %d',
  (way) => {
    const source = images.noise(40, 40);
    const matrix = { ...IDENTITY, rowOffset: way, columnOffset: 0.5 };
    const scalar = affineScalar(source, matrix, 'reflect');
    expect(Buffer.compare(affineInWasm(source, matrix, 'reflect')!, scalar.data)).toBe(0);
  },
);

test.each([2, 3, 4, 9])(
  'has them too for points on the last row and column, %d pixels across',
  (width) => {
    const source = images.noise(width, width);
    for (const rowOffset of [-1, 0, 0.25, 1]) {
      const matrix = { ...IDENTITY, rowOffset, columnOffset: rowOffset };
      for (const outside of ['nearest', 'reflect'] as const) {
        const scalar = affineScalar(source, matrix, outside);
        expect(affineInWasm(source, matrix, outside)).toEqual(scalar.data);
      }
    }
  },
);

test('the result is independent of the next one, and the source is only read', () => {
  const [first, second] = [images.noise(9, 8), images.leaves(9, 8)];
  const before = Uint8Array.from(first.data);
  const result = affineInWasm(first, IDENTITY, 'constant')!;
  affineInWasm(second, IDENTITY, 'constant');
  expect(result).toEqual(before);
  expect(first.data).toEqual(before);
});
