import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { image, median as medians } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { median } from './median.ts';

/** 4 x 4 grey pixels. */
function grey(values: readonly number[]): Raster {
  const data = Uint8Array.from(values.flatMap((value) => [value, value, value]));
  return { height: 4, width: 4, channels: 3, data };
}

test.each(medians)('of $size x $size: every pixel is cv2’s', ({ size, data }) => {
  expect(applyOp({ op: 'median', size }, image)).toEqual({ ...image, data });
});

test('removes a lone pixel and repeats the edge', () => {
  const source = grey([0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 7, 0, 0, 7, 7]);
  const expected = grey([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 7, 7]);
  expect(applyOp({ op: 'median', size: 3 }, source)).toEqual(expected);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(median, { op: 'median', size: 3 }, numbered(4, 5))).toEqual([]);
});
