import { expect, test } from 'vitest';
import { geometry } from '../../fixtures/geometry.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { moveMask } from '../../test/move-mask.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { perspective } from './perspective.ts';

const spec = { op: 'perspective' };
const still = { down: 0, right: 0 };
const numbersOf = (...corners: object[]) => ({ corners, border: 'constant' });

test.each(geometry.perspective)(
  'number %#, border $border: every pixel is that of cv2.warpPerspective',
  ({ data, ...numbers }) => {
    expect(applyOp(spec, image, numbers)).toEqual({ ...image, data });
  },
);

test('with corners that stay the pixels stay', () => {
  const source = numbered(3, 7);
  expect(applyOp(spec, source, numbersOf(still, still, still, still))).toEqual(source);
});

test('equal ways at the left side cut it off and stretch the rest', () => {
  const row = Uint8Array.from({ length: 12 }, (_, at) => 60 * Math.floor(at / 3));
  const source = { height: 1, width: 4, channels: 3, data: row };
  const half = { down: 0, right: 0.5 };
  const { data } = applyOp(spec, source, numbersOf(half, still, still, half));
  expect([...data].filter((_, at) => at % 3 === 0)).toEqual([105, 135, 165, 135]);
});

test('draws each corner from the interval', () => {
  const drawn = drawnNumbers<{ corners: { down: number; right: number }[] }>({
    ...spec,
    corners: [-0.1, 0.2],
  });
  const all = drawn.flatMap(({ corners }) => corners.flatMap(({ down, right }) => [down, right]));
  expect(all).toHaveLength(1600);
  const { least, most } = extremes(all);
  expect(least).toBeGreaterThanOrEqual(-0.1);
  expect(least).toBeLessThan(-0.09);
  expect(most).toBeLessThan(0.2);
  expect(most).toBeGreaterThan(0.19);
});

test('moves a mask to the nearest pixels', () => {
  const mask = { height: 2, width: 4, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
  const half = { down: 0, right: 0.5 };
  const moved = moveMask(spec, mask, numbersOf(half, still, still, half));
  expect([...moved.data]).toEqual([3, 3, 4, 4, 7, 7, 8, 8]);
});

test.each([[[0.2, 0.1]], [[0, 0.3]], [[Number.NaN, 0]]])('refuses the corners %j', (corners) => {
  expect(() => parseAugmentation([{ ...spec, corners }])).toThrow(/perspective.*corners/s);
});

test('keeps the contract of ops, also for the smallest images', () => {
  const wide = { ...spec, corners: [-0.2, 0.2], border: 'wrap' };
  expect(contractViolations(perspective, wide, numbered(3, 4))).toEqual([]);
  expect(wrongSizes(wide)).toEqual([]);
});
