import { expect, test } from 'vitest';
import { applyMask } from './apply-mask.ts';

/** A table that keeps the colours with these numbers. */
function keeping(...numbers: number[]): Uint32Array {
  const table = new Uint32Array(2 ** 19);
  for (const number of numbers) table[number >>> 5]! |= 2 ** (number & 31);
  return table;
}

test('a pixel whose bit is set stays, any other becomes black', () => {
  const pixels = Uint8Array.of(0, 0, 31, 0, 0, 32, 1, 2, 3, 255, 255, 255);
  applyMask(pixels, keeping(31, 0x010203));
  expect([...pixels]).toEqual([0, 0, 31, 0, 0, 0, 1, 2, 3, 0, 0, 0]);
});

test('the last colour is kept by the last bit', () => {
  const pixels = Uint8Array.of(255, 255, 255, 255, 255, 254);
  applyMask(pixels, keeping(0xffffff));
  expect([...pixels]).toEqual([255, 255, 255, 0, 0, 0]);
});

test('a table without bits blackens every pixel', () => {
  const pixels = new Uint8Array(9).fill(7);
  applyMask(pixels, keeping());
  expect([...pixels]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
