import { expect, test } from 'vitest';
import { transpose, turnHalf, turnQuarter, turnQuarters } from './turn.ts';

const grey = { height: 2, width: 3, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

test('a quarter turn is counter-clockwise, and swaps height and width', () => {
  const expected = { height: 3, width: 2, channels: 1, data: Uint8Array.of(3, 6, 2, 5, 1, 4) };
  expect(turnQuarter(grey)).toEqual(expected);
});

test('a half turn keeps the size', () => {
  expect(turnHalf(grey)).toEqual({ ...grey, data: Uint8Array.of(6, 5, 4, 3, 2, 1) });
});

test('a transposition makes rows of columns', () => {
  const expected = { height: 3, width: 2, channels: 1, data: Uint8Array.of(1, 4, 2, 5, 3, 6) };
  expect(transpose(grey)).toEqual(expected);
  expect(transpose(expected)).toEqual(grey);
});

test('two quarter turns are a half turn, four are none', () => {
  const half = turnQuarter(turnQuarter(grey));
  expect(half).toEqual(turnHalf(grey));
  expect(turnQuarter(turnQuarter(half))).toEqual(grey);
  expect([0, 1, 2, 3].map((quarters) => turnQuarters(grey, quarters))).toEqual([
    grey,
    turnQuarter(grey),
    half,
    turnQuarter(half),
  ]);
});

test('channels stay together', () => {
  const rgb = { height: 1, width: 2, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
  expect([...turnQuarter(rgb).data]).toEqual([4, 5, 6, 1, 2, 3]);
  expect([...transpose(rgb).data]).toEqual([1, 2, 3, 4, 5, 6]);
  expect([...turnHalf(rgb).data]).toEqual([4, 5, 6, 1, 2, 3]);
});
