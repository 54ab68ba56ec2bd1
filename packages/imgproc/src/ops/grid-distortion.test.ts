import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { gridDistortion } from './grid-distortion.ts';

const spec = { op: 'grid-distortion' };

test.each(geometry['grid-distortion'])(
  'number %#, border $border: every pixel is that of albumentations',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('draws a factor for each column and row, and for the rest', () => {
  const cells = { ...spec, cells: 3, amount: [-0.5, 0.25] };
  const drawn = drawnNumbers<{ right: number[]; down: number[] }>(cells);
  expect(drawn.every(({ right, down }) => right.length === 4 && down.length === 4)).toBe(true);
  const { least, most } = extremes(drawn.flatMap(({ right, down }) => [...right, ...down]));
  expect(least).toBeGreaterThanOrEqual(0.5);
  expect(least).toBeLessThan(0.51);
  expect(most).toBeLessThan(1.25);
  expect(most).toBeGreaterThan(1.24);
});

test('moves a mask to the nearest pixels', () => {
  const numbers = { right: [0.5, 1.5, 1], down: [1, 1, 1], border: 'nearest' };
  const moved = moveMask(spec, maskRow(0, 1, 2, 3, 4, 5, 6, 7), numbers);
  expect([...moved.data]).toEqual([0, 1, 1, 2, 2, 4, 6, 7]);
});

test.each([
  [{ amount: [-1, 0] }, 'amount'],
  [{ amount: [0.3, 0.2] }, 'amount'],
  [{ cells: 0 }, 'cells'],
  [{ cells: 2.5 }, 'cells'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for images smaller than the grid', () => {
  expect(contractViolations(gridDistortion, spec, numbered(3, 4))).toEqual([]);
  expect(wrongSizes({ ...spec, border: 'reflect' })).toEqual([]);
  expect(wrongSizes({ ...spec, cells: 50, amount: [-0.9, 0.9] })).toEqual([]);
});
