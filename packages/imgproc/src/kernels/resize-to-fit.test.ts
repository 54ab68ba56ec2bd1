import type { Raster } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { type Fit, innerSize, resizeToFit } from './resize-to-fit.ts';
import { resizeLinear } from './resize-linear.ts';

/** A grey image from its rows. */
function grey(...rows: readonly (readonly number[])[]): Raster {
  return {
    height: rows.length,
    width: rows[0]!.length,
    channels: 1,
    data: Uint8Array.from(rows.flat()),
  };
}

const rowsOf = ({ width, data }: Raster): number[][] =>
  Array.from({ length: data.length / width }, (_, row) => [
    ...data.subarray(row * width, (row + 1) * width),
  ]);

const fitted = (source: Raster, size: { height: number; width: number }, fit: Fit) =>
  rowsOf(resizeToFit(source, { ...size, fit, colour: [9] }, resizeLinear));

const wide = grey([10, 20, 30, 40], [50, 60, 70, 80]);

test('crop keeps the centre of an image that covers the size', () => {
  expect(fitted(wide, { height: 2, width: 2 }, 'crop')).toEqual([
    [20, 30],
    [60, 70],
  ]);
  expect(fitted(grey([10], [20], [30], [40]), { height: 2, width: 1 }, 'crop')).toEqual([
    [20],
    [30],
  ]);
});

test('pad adds pixels of the colour at both sides', () => {
  expect(fitted(wide, { height: 4, width: 4 }, 'pad')).toEqual([
    [9, 9, 9, 9],
    [10, 20, 30, 40],
    [50, 60, 70, 80],
    [9, 9, 9, 9],
  ]);
  const [first] = fitted(wide, { height: 2, width: 6 }, 'pad');
  expect(first).toEqual([9, 10, 20, 30, 40, 9]);
});

test('squash uses every pixel, in other proportions', () => {
  expect(fitted(wide, { height: 2, width: 2 }, 'squash')).toEqual([
    [15, 35],
    [55, 75],
  ]);
});

test('half of an odd number of pixels is rounded to the even number: 0 of 1, 2 of 3', () => {
  expect(fitted(grey([1, 2, 3]), { height: 1, width: 2 }, 'crop')).toEqual([[1, 2]]);
  expect(fitted(grey([1, 2, 3]), { height: 1, width: 4 }, 'pad')).toEqual([[1, 2, 3, 9]]);
  expect(fitted(grey([1, 2, 3, 4, 5]), { height: 1, width: 2 }, 'crop')).toEqual([[3, 4]]);
  expect(fitted(grey([1, 2, 3, 4]), { height: 1, width: 7 }, 'pad')).toEqual([
    [9, 9, 1, 2, 3, 4, 9],
  ]);
});

test('the default colour is black', () => {
  const source: Raster = { height: 1, width: 1, channels: 3, data: Uint8Array.of(1, 2, 3) };
  const { data } = resizeToFit(source, { height: 1, width: 3, fit: 'pad' }, resizeLinear);
  expect([...data]).toEqual([0, 0, 0, 1, 2, 3, 0, 0, 0]);
});

test('an image of the size stays as it is', () => {
  for (const fit of ['squash', 'crop', 'pad'] as const)
    expect(resizeToFit(wide, { height: 2, width: 4, fit }, resizeLinear)).toBe(wide);
});

describe('the inner size', () => {
  const size = { height: 100, width: 100 };

  test.each([
    [{ height: 480, width: 640 }, 'crop', { height: 100, width: 133 }],
    [{ height: 480, width: 640 }, 'pad', { height: 75, width: 100 }],
    [{ height: 640, width: 480 }, 'crop', { height: 133, width: 100 }],
    [{ height: 640, width: 480 }, 'pad', { height: 100, width: 75 }],
    [{ height: 640, width: 480 }, 'squash', size],
    [{ height: 7, width: 7 }, 'crop', size],
  ] as const)('of %j with %s is %j', (source, fit, expected) => {
    expect(innerSize(source, { ...size, fit })).toEqual(expected);
  });

  test('a half is rounded to the even number', () => {
    const two = { height: 2, width: 2, fit: 'crop' } as const;
    expect(innerSize({ height: 4, width: 5 }, two)).toEqual({ height: 2, width: 2 });
    expect(innerSize({ height: 4, width: 7 }, two)).toEqual({ height: 2, width: 4 });
  });

  test('a side has at least one pixel', () => {
    expect(innerSize({ height: 1, width: 1000 }, { ...size, fit: 'pad' })).toEqual({
      height: 1,
      width: 100,
    });
  });
});
