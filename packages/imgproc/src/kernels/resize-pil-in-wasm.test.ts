import type { Raster } from '@sprout/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { pilCoefficients } from './pil-coefficients.ts';
import { pilFilters } from './pil-filters.ts';
import { resizeColumnsInWasm, resizeRowsInWasm } from './resize-pil-in-wasm.ts';
import { resizeColumns, resizeRows } from './resize-pil-passes.ts';

const filters = [
  pilFilters.box,
  pilFilters.bilinear,
  pilFilters.hamming,
  pilFilters.bicubic,
  pilFilters.lanczos,
];
const side = fc.integer({ min: 1, max: 90 });

function differ(fast: Raster | undefined, { height, width, data }: Raster): boolean {
  const hasSize = fast?.height === height && fast.width === width;
  return !hasSize || Buffer.compare(fast.data, data) !== 0;
}

test('both passes have the pixels of the scalar code, whatever the sizes and the filter', () => {
  fc.assert(
    fc.property(
      fc.tuple(side, side),
      side,
      fc.constantFrom(...filters),
      ([height, width], to, filter) => {
        const source = images.noise(height, width);
        const across = pilCoefficients(width, to, filter);
        expect(differ(resizeRowsInWasm(source, across), resizeRows(source, across))).toBe(false);
        const down = pilCoefficients(height, to, filter);
        expect(differ(resizeColumnsInWasm(source, down), resizeColumns(source, down))).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test('the source is only read', () => {
  const source = images.noise(9, 8);
  const before = Uint8Array.from(source.data);
  resizeRowsInWasm(source, pilCoefficients(8, 5, pilFilters.lanczos));
  resizeColumnsInWasm(source, pilCoefficients(9, 5, pilFilters.lanczos));
  expect(source.data).toEqual(before);
});
