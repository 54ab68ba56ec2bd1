import { expect, test } from 'vitest';
import { image, median } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers } from '../../test/drawn-numbers.ts';
import { numbered } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { medianBlur } from './median-blur.ts';

const spec = { op: 'median-blur' };

test.each(median)('size $size: every pixel is that of OpenCV', ({ data, size }) => {
  expect(applyOp(spec, image, { size })).toEqual({ ...image, data });
});

test('draws odd sizes', () => {
  const sizes = drawnNumbers(spec).map(({ size }) => size);
  expect(new Set(sizes)).toEqual(new Set([3, 5, 7]));
});

test('keeps the contract of ops', () => {
  expect(contractViolations(medianBlur, spec, numbered(3, 4))).toEqual([]);
});

test('refuses even sizes', () => {
  expect(() => setUpOps([{ ...spec, size: [4, 6] }])).toThrow('must be odd');
});
