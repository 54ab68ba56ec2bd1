import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashNeighbours } from './hash-neighbours.ts';

const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const digits = (bits: bigint) => bits.toString(16).padStart(16, '0');

test('every pair within seven bits is found, once, with its distance', () => {
  const flips = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 10 });
  fc.assert(
    fc.property(hash, flips, (original, bits) => {
      const changed = bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), original);
      const pairs = [...hashNeighbours([digits(original), digits(changed)])];
      expect(pairs).toEqual(bits.length <= 7 ? [{ a: 0, b: 1, distance: bits.length }] : []);
    }),
  );
});

test('far hashes are not compared with each other', () => {
  const hashes = ['0000000000000000', 'ffffffffffffffff', '00000000ffffffff', '0000000000000003'];
  expect([...hashNeighbours(hashes)]).toEqual([{ a: 0, b: 3, distance: 2 }]);
});
