import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { cropScalar } from './crop.ts';
import { reverseRows, swapRows } from './mirror.ts';
import {
  copyRowsInWasm,
  gatherInWasm,
  pickInWasm,
  reverseRowsInWasm,
} from './move-pixels-in-wasm.ts';
import { pickScalar } from './resize-nearest.ts';
import { gather } from './turn.ts';

const side = fc.integer({ min: 1, max: 40 });

test('rows are reversed as by the scalar code', () => {
  fc.assert(
    fc.property(side, side, (rows, width) => {
      const source = images.noise(rows, width);
      const fast = reverseRowsInWasm(source.data, { rows, width });
      expect(Buffer.compare(fast!, reverseRows(source))).toBe(0);
    }),
  );
});

test('pixels are gathered as by the scalar code', () => {
  fc.assert(
    fc.property(side, side, (height, width) => {
      const source = images.noise(height, width);
      const size = { rows: width, columns: height };
      const orders = [
        { first: 0, below: 1, right: width, ...size },
        { first: width - 1, below: -1, right: width, ...size },
        { first: height * width - 1, below: -1, right: -width, ...size },
      ];
      for (const order of orders) {
        expect(Buffer.compare(gatherInWasm(source.data, order)!, gather(source, order))).toBe(0);
      }
    }),
  );
});

test('pixels are picked as by the scalar code', () => {
  const [rows, columns] = [Int32Array.of(3, 0, 0, 8, 2, 5), Int32Array.of(0, 6, 6, 1)];
  const source = images.noise(9, 7);
  const fast = pickInWasm(source, rows, columns);
  expect(Buffer.compare(fast!, pickScalar(source, rows, columns))).toBe(0);
});

test('rows are copied as by the scalar code', () => {
  const source = images.noise(9, 7);
  const swapped = copyRowsInWasm(source.data, { start: 8 * 21, step: -21, length: 21, rows: 9 });
  expect(Buffer.compare(swapped!, swapRows(source))).toBe(0);
  const part = copyRowsInWasm(source.data, { start: 2 * 21 + 3, step: 21, length: 15, rows: 6 });
  const expected = cropScalar(source, { top: 2, left: 1, height: 6, width: 5 });
  expect(Buffer.compare(part!, expected)).toBe(0);
});

test('a small part of a large image is left to the scalar code', () => {
  const { data } = images.noise(40, 40);
  expect(copyRowsInWasm(data, { start: 0, step: 120, length: 3, rows: 2 })).toBeUndefined();
  expect(pickInWasm(images.noise(40, 40), [1, 2], [3])).toBeUndefined();
});
