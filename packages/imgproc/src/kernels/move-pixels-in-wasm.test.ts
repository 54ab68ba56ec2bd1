import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { reverseRows } from './mirror.ts';
import { gatherInWasm, reverseRowsInWasm } from './move-pixels-in-wasm.ts';
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
