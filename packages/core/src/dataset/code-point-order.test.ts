import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCodePoints, sortedByCodePoint } from './code-point-order.ts';

const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    '/',
    '\u00e9',
    '\ud7ff',
    '\ue000',
    '\uffff',
    '\u{10000}',
    '\u{1f331}',
  ),
});

test('orders as the bytes in UTF-8 do', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(
        Buffer.compare(Buffer.from(a), Buffer.from(b)),
      );
    }),
  );
});

test('sorts in the same order', () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const expected = texts.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(sortedByCodePoint(texts)).toEqual(expected);
    }),
  );
});

test('puts an emoji after the last character of the basic plane, as UTF-16 does not', () => {
  expect(['\u{1f331}', '\uff5e'].toSorted()).toEqual(['\u{1f331}', '\uff5e']);
  expect(sortedByCodePoint(['\u{1f331}', '\uff5e'])).toEqual(['\uff5e', '\u{1f331}']);
});
