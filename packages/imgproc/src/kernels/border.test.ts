import { expect, test } from 'vitest';
import { type Border, borderCoordinate, borderIndex, borderPixel } from './border.ts';

/** The coordinates from four pixels before an image of three pixels to four pixels after it. */
const around = Array.from({ length: 11 }, (_, at) => at - 4);

test.each<[Border, number[]]>([
  ['nearest', [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2]],
  ['reflect', [2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0]],
  ['wrap', [2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0]],
  ['constant', [-1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1]],
])('%s maps whole coordinates into the image', (border, expected) => {
  expect(around.map((at) => borderCoordinate(at, 3, border))).toEqual(expected);
});

test.each<[Border, number[]]>([
  ['nearest', [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2]],
  ['reflect', [2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0]],
  ['wrap', [2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0]],
  ['constant', [-1, -1, -1, -1, 0, 1, 2, -1, -1, -1, -1]],
])('%s maps pixels into the image', (border, expected) => {
  expect(around.map((at) => borderIndex(at, 3, border))).toEqual(expected);
  expect(borderIndex(1, 3, border)).toBe(1);
  expect([-7, 9].map((at) => borderIndex(at, 1, border))).toEqual(
    border === 'constant' ? [-1, -1] : [0, 0],
  );
});

test.each<[Border, number, number]>([
  ['nearest', -0.25, 0],
  ['reflect', -0.75, -0.25],
  ['reflect', 3.5, 1.5],
  ['wrap', -0.25, 2.75],
  ['wrap', 3.25, 0.25],
])('%s maps the coordinate %d between pixels to %d', (border, at, expected) => {
  expect(borderCoordinate(at, 3, border)).toBeCloseTo(expected, 12);
});

test.each<[Border, [number, number]]>([
  ['nearest', [0, 2]],
  ['reflect', [0, 2]],
  ['wrap', [2, 0]],
])('%s maps the pixels one step outside', (border, expected) => {
  expect([borderPixel(-1, 3, border), borderPixel(3, 3, border)]).toEqual(expected);
  expect(borderPixel(1, 3, border)).toBe(1);
});
