import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { neighbours, neighboursInside } from './linear-neighbours.ts';
import { resizeScalar } from './resize-linear.ts';
import { resizeLinearInWasm } from './resize-linear-in-wasm.ts';

const side = fc.integer({ min: 1, max: 90 });

const axes = (from: readonly [number, number], to: readonly [number, number]) => ({
  rows: neighbours(from[0], to[0]),
  columns: neighboursInside(from[1], to[1]),
});

test('has the pixels of the scalar code, whatever the sizes', () => {
  fc.assert(
    fc.property(fc.tuple(side, side), fc.tuple(side, side), (from, to) => {
      fc.pre(from[0] * from[1] <= 50 * to[0] * to[1]);
      const source = images.noise(...from);
      const { rows, columns } = axes(from, to);
      const fast = resizeLinearInWasm(source, { rows, columns });
      expect(Buffer.compare(fast!, resizeScalar(source, rows, columns).data)).toBe(0);
    }),
    { numRuns: 200 },
  );
});

test('a source that takes longer to copy than to resize is left to the scalar code', () => {
  expect(resizeLinearInWasm(images.noise(80, 63), axes([80, 63], [10, 10]))).toBeUndefined();
});

test('the result is independent of the next one, and the source is only read', () => {
  const [first, second] = [images.noise(9, 8), images.leaves(9, 8)];
  const before = Uint8Array.from(first.data);
  const result = resizeLinearInWasm(first, axes([9, 8], [5, 6]))!;
  const copy = Uint8Array.from(result);
  resizeLinearInWasm(second, axes([9, 8], [5, 6]));
  expect(result).toEqual(copy);
  expect(first.data).toEqual(before);
});
