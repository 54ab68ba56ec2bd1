import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { drawnByChromium } from '../../fixtures/canvas.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { centreSquare } from './centre-square.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';

const squareOf = (source: Raster, size: number) => applyOp({ op: 'centre-square', size }, source);

/** Grey pixels by row and column. */
function grey(height: number, width: number, at: (row: number, column: number) => number): Raster {
  const numbers = Array.from({ length: height * width }, (_, index) =>
    at(Math.floor(index / width), index % width),
  );
  const data = Uint8Array.from(numbers.flatMap((value) => [value, value, value]));
  return { height, width, channels: 3, data };
}

const reds = ({ data }: Raster): number[] => Array.from(data.filter((_, at) => at % 3 === 0));

test('keeps the centre of the longer side', () => {
  const wide = grey(2, 6, (_, column) => 10 * column);
  expect(reds(squareOf(wide, 2))).toEqual([20, 30, 20, 30]);
  const tall = grey(6, 2, (row) => 10 * row);
  expect(reds(squareOf(tall, 2))).toEqual([20, 20, 30, 30]);
});

test('averages while an image is at least twice too large', () => {
  const stripes = grey(8, 8, (_, column) => (column % 2) * 100);
  expect(reds(squareOf(stripes, 4))).toEqual(Array.from({ length: 16 }, () => 50));
  expect(reds(squareOf(stripes, 2))).toEqual([50, 50, 50, 50]);
});

test.each(drawnByChromium)(
  'is close to the canvas of Chromium: $height x $width to $size',
  ({ height, width, size, source, drawn }) => {
    const { data } = squareOf({ height, width, channels: 3, data: source }, size);
    const differences = Array.from(drawn, (value, at) => Math.abs(value - data[at]!));
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    expect(mean).toBeLessThan(3);
    expect(Math.max(...differences)).toBeLessThan(12);
  },
);

test('an extremely long image takes memory for its centre alone', () => {
  const { height, width } = squareOf(
    grey(1, 16_384, () => 7),
    1000,
  );
  expect([height, width]).toEqual([1000, 1000]);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(centreSquare, { op: 'centre-square', size: 3 }, image)).toEqual([]);
  expect(setUpOps([{ op: 'centre-square', size: 3 }]).size(undefined)).toEqual({
    height: 3,
    width: 3,
  });
});
