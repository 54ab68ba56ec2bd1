import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { composeTables, lookUp, lookUpScalar } from './look-up.ts';

const table = (value: (of: number) => number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, of) => value(of));
const perChannel = (...tables: Uint8Array[]): Uint8Array =>
  Uint8Array.from(tables.flatMap((each) => [...each]));
const invert = table((value) => 255 - value);
const plusOne = table((value) => value + 1);
const same = table((value) => value);
const source = { height: 1, width: 2, channels: 3, data: Uint8Array.of(0, 1, 2, 10, 20, 30) };
const numbersOf = (by: Uint8Array) => [...lookUp(source, by).data];

test('replaces each value by its entry, and does not write to the source', () => {
  expect(numbersOf(invert)).toEqual([255, 254, 253, 245, 235, 225]);
  expect([...source.data]).toEqual([0, 1, 2, 10, 20, 30]);
});

test('a table for each channel', () => {
  expect(numbersOf(perChannel(same, plusOne, invert))).toEqual([0, 2, 253, 10, 21, 225]);
});

const tables = [
  invert,
  plusOne,
  perChannel(same, plusOne, invert),
  perChannel(invert, same, plusOne),
];

test.each(tables.flatMap((first, a) => tables.map((second, b) => ({ a, b, first, second }))))(
  'one table does what tables $a and $b do in turn',
  ({ first, second }) => {
    const inTurn = lookUp(lookUp(source, first), second);
    expect(lookUp(source, composeTables(first, second))).toEqual(inTurn);
  },
);

test('has the pixels of the scalar code, whatever size and tables', () => {
  const side = fc.integer({ min: 1, max: 40 });
  const entries = fc.uint8Array({ minLength: 256, maxLength: 256 });
  fc.assert(
    fc.property(fc.tuple(side, side), entries, entries, (sides, first, second) => {
      const noise = images.noise(...sides);
      expect(lookUp(noise, first)).toEqual(lookUpScalar(noise, first));
      const three = Uint8Array.from([...first, ...second, ...first]);
      expect(lookUp(noise, three)).toEqual(lookUpScalar(noise, three));
    }),
    { numRuns: 30 },
  );
});

test('has the pixels of the scalar code for sums, bits and negatives in each channel', () => {
  const sum = table((value) => Math.min(255, value + 99));
  const difference = table((value) => Math.max(0, value - 99));
  const dark = table((value) => value & 192);
  const solarized = table((value) => (value < 77 ? value : 255 - value));
  const some = [invert, same, sum, difference, dark, solarized];
  const noise = images.noise(7, 13);
  for (const [at, first] of some.entries()) {
    expect(lookUp(noise, first)).toEqual(lookUpScalar(noise, first));
    const three = perChannel(first, some[(at + 1) % some.length]!, some[(at + 3) % some.length]!);
    expect(lookUp(noise, three)).toEqual(lookUpScalar(noise, three));
  }
});
