import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWeights, encodeWeights, weightsFault } from './weights-file.ts';

const KERNEL = { name: 'a/kernel', shape: [2, 1], data: Float32Array.of(1, -2) };
const BIAS = { name: 'a/bias', shape: [1], data: Float32Array.of(0.5) };

const tensors = fc
  .uniqueArray(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 5 }))
  .map((all) =>
    all.map((numbers, at) => ({
      name: `weight${at}`,
      shape: [numbers.length],
      data: Float32Array.from(numbers),
    })),
  );

describe('weights.bin', () => {
  test('holds the numbers of all weights, little-endian, one after the other', () => {
    expect([...encodeWeights([KERNEL, BIAS])]).toEqual([0, 0, 128, 63, 0, 0, 0, 192, 0, 0, 0, 63]);
  });

  test('is decoded as it was encoded', () => {
    fc.assert(
      fc.property(tensors, (weights) => {
        expect(decodeWeights(encodeWeights(weights), weights)).toEqual(weights);
      }),
    );
  });

  test('holds only the part of a buffer that a weight covers', () => {
    const whole = Float32Array.of(9, 0.5, 9);
    expect(encodeWeights([{ ...BIAS, data: whole.subarray(1, 2) }])).toEqual(encodeWeights([BIAS]));
  });

  test('is copied: later changes of the bytes do not change the weights', () => {
    const bytes = encodeWeights([BIAS]);
    const decoded = decodeWeights(bytes, [BIAS]);
    bytes.fill(0);
    expect(decoded).toEqual([BIAS]);
  });
});

describe('decodeWeights describes', () => {
  test('a wrong number of bytes', () => {
    const reason = 'it has 11 bytes where 12 are declared';
    expect(decodeWeights(new Uint8Array(11), [KERNEL, BIAS])).toBe(reason);
  });

  test('a name that is used twice', () => {
    expect(decodeWeights(new Uint8Array(8), [BIAS, BIAS])).toBe('a weight is declared twice');
  });

  test('numbers that are not finite', () => {
    const broken = { ...BIAS, data: Float32Array.of(NaN) };
    expect(decodeWeights(encodeWeights([broken]), [BIAS])).toBe(
      'a/bias holds numbers that are not finite',
    );
    expect(weightsFault([KERNEL, BIAS])).toBeUndefined();
  });
});
