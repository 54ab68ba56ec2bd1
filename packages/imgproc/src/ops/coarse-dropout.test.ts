import { expect, test } from 'vitest';
import { albumentations } from '../../fixtures/albumentations.ts';
import { image } from '../../fixtures/ops.ts';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { coarseDropout } from './coarse-dropout.ts';

const spec = { op: 'coarse-dropout' };
const hole = { height: 0.5, width: 0.5, down: 0.9, right: 0, colour: [1, 2, 3] };

test('covers boxes inside the image', () => {
  const source = { height: 2, width: 4, channels: 3, data: new Uint8Array(24).fill(9) };
  const holes = [hole, { ...hole, width: 0.25, down: 0, right: 1 - 2 ** -53 }];
  const { data } = applyOp(spec, source, { holes });
  const reds = [...data].filter((_, at) => at % 3 === 0);
  expect(reds).toEqual([9, 9, 9, 1, 1, 1, 9, 9]);
  expect([...data.subarray(12, 15)]).toEqual([1, 2, 3]);
});

test.each(albumentations['coarse-dropout'])(
  'boxes of $height x $width have size and pixels of albumentations',
  ({ height, width, corners, data }) => {
    const holes = corners.map(({ left, top }) => ({
      height,
      width,
      down: (top + 0.5) / (image.height - Math.floor(height * image.height) + 1),
      right: (left + 0.5) / (image.width - Math.floor(width * image.width) + 1),
      colour: [10, 200, 30],
    }));
    expect(applyOp(spec, image, { holes })).toEqual({ ...image, data });
  },
);

test('sizes are rounded down, as those of albumentations', () => {
  const holes = [{ ...hole, height: 0.99, width: 0.99 }];
  expect(applyOp(spec, numbered(1, 1), { holes })).toEqual(numbered(1, 1));
});

test('draws the number, the sizes and the places of boxes', () => {
  const fields = { ...spec, holes: [2, 4], height: [0.2, 0.3], width: [0.5, 0.5] };
  const drawn = drawnNumbers<{ holes: (typeof hole)[] }>(fields);
  expect(new Set(drawn.map(({ holes }) => holes.length))).toEqual(new Set([2, 3, 4]));
  const all = drawn.flatMap(({ holes }) => holes);
  expect(all.every(({ width, colour }) => width === 0.5 && String(colour) === '0,0,0')).toBe(true);
  const heights = extremes(all.map(({ height }) => height));
  expect(heights.least).toBeGreaterThanOrEqual(0.2);
  expect(heights.most).toBeLessThan(0.3);
  const places = extremes(all.map(({ down }) => down));
  expect([places.least < 0.01, places.most > 0.99]).toEqual([true, true]);
});

test('draws a colour for each box', () => {
  const drawn = drawnNumbers<{ holes: (typeof hole)[] }>({ ...spec, colour: 'random' });
  const colours = drawn.flatMap(({ holes }) => holes.map(({ colour }) => String(colour)));
  expect(new Set(colours).size).toBe(colours.length);
});

test('a mask stays as it is', () => {
  const mask = maskRow(1, 2);
  expect(moveMask(spec, mask, { holes: [hole] })).toBe(mask);
});

test.each([
  [{ holes: [0.5, 2] }, 'holes'],
  [{ holes: [3, 2] }, 'holes'],
  [{ height: [0, 2] }, 'height'],
  [{ width: [Number.NaN, 1] }, 'width'],
  [{ colour: 'red' }, 'colour'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  expect(contractViolations(coarseDropout, spec, numbered(9, 8))).toEqual([]);
  expect(wrongSizes({ ...spec, height: [0, 1], width: [0, 1], colour: 'random' })).toEqual([]);
});
