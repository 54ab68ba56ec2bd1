import { expect, test } from 'vitest';
import type { ImageHeader } from './headers/image-header.ts';
import { reductionOf } from './reduction-of.ts';

const jpeg: ImageHeader = {
  format: 'jpeg',
  height: 3024,
  width: 4032,
  bitDepth: 8,
  channels: 3,
  orientation: 1,
  plain: false,
};
const square = (side: number) => ({ height: side, width: side });

test.each([
  [189, 8],
  [190, 4],
  [224, 4],
  [378, 4],
  [379, 2],
  [756, 2],
  [757, 1],
] as const)('3024 x 4032 pixels for %d px are reduced by %d', (side, factor) => {
  expect(reductionOf(jpeg, square(side))).toBe(factor);
});

test('both sides must be large enough', () => {
  const target = { height: 100, width: 200 };
  const of = (height: number, width: number) => reductionOf({ ...jpeg, height, width }, target);
  expect([of(400, 800), of(399, 800), of(400, 799)]).toEqual([2, 1, 1]);
});

test.each([
  [1, 1],
  [4, 1],
  [5, 2],
  [8, 2],
] as const)(
  'with the orientation %d, 800 x 400 pixels are reduced by %d',
  (orientation, factor) => {
    const header = { ...jpeg, height: 800, width: 400, orientation };
    expect(reductionOf(header, { height: 100, width: 200 })).toBe(factor);
  },
);

test('grey JPEGs are reduced; CMYK and other formats are not', () => {
  expect(reductionOf({ ...jpeg, channels: 1 }, square(224))).toBe(4);
  expect(reductionOf({ ...jpeg, channels: 4 }, square(224))).toBe(1);
  for (const format of ['png', 'webp', 'tiff', 'avif', 'bmp', 'gif'] as const) {
    expect(reductionOf({ ...jpeg, format }, square(224))).toBe(1);
  }
});
