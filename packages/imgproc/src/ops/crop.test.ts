import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { wrongSizes } from '../../test/odd-images.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { crop } from './crop.ts';

const spec = { op: 'crop' };
const none = { top: 0, right: 0, bottom: 0, left: 0 };
const fixed = { top: [0.5, 0.5], right: [0, 0], bottom: [0, 0], left: [0.25, 0.25] };

test('cuts shares of the height and width off, and keeps the size of the rest where it is fixed', () => {
  const own = { ...spec, ...fixed, keepSize: false };
  const numbers = { ...none, top: 0.5, left: 0.25 };
  expect(numbersOf(applyOp(own, numbered(2, 4), numbers))).toEqual([6, 7, 8]);
  expect(setUpOps([own]).size({ height: 2, width: 4 })).toEqual({ height: 1, width: 3 });
});

test('resizes the rest to the size of the image with its resampler', () => {
  const numbers = { ...none, right: 0.5 };
  const nearest = { ...spec, resampler: 'pil-nearest' };
  expect(numbersOf(applyOp(nearest, numbered(1, 4), numbers))).toEqual([1, 1, 2, 2]);
  const linear = applyOp(spec, numbered(1, 4), numbers);
  const resized = setUpOps([{ op: 'resize', height: 1, width: 4 }]).apply(numbered(1, 2));
  expect(linear).toEqual(resized);
});

test('of an image that is too small for the shares one pixel stays', () => {
  const own = { ...spec, ...fixed, top: [0.9, 0.9], keepSize: false };
  expect(numbersOf(applyOp(own, numbered(2, 1), { ...none, top: 0.9 }))).toEqual([2]);
  expect(setUpOps([own]).size({ height: 2, width: 1 })).toEqual({ height: 1, width: 1 });
});

test('draws each side from its interval', () => {
  const drawn = drawnNumbers<typeof none>({ ...spec, top: [0.1, 0.2], left: [0, 0] });
  expect(drawn.every(({ left }) => left === 0)).toBe(true);
  const { least, most } = extremes(drawn.map(({ top }) => top));
  expect(least).toBeGreaterThanOrEqual(0.1);
  expect(most).toBeLessThan(0.2);
  expect(most).toBeGreaterThan(0.19);
});

test('moves a mask to the nearest pixels', () => {
  const numbers = { ...none, right: 0.5 };
  expect([...moveMask(spec, maskRow(1, 2, 3, 4), numbers).data]).toEqual([1, 1, 2, 2]);
  const own = { ...spec, ...fixed, keepSize: false };
  expect([...moveMask(own, maskRow(1, 2, 3, 4), { ...none, left: 0.25 }).data]).toEqual([2, 3, 4]);
});

test('can be fused if it keeps the size', () => {
  const flip = { op: 'flip-horizontal' };
  const numbers = { border: 'nearest', drawn: [{ ...spec, numbers: { ...none, right: 0.5 } }] };
  const fused = applyOp({ op: 'fuse', ops: [spec] }, numbered(1, 8), numbers);
  const alone = applyOp(spec, numbered(1, 8), { ...none, right: 0.5 });
  expect([...fused.data].slice(0, -3)).toEqual([...alone.data].slice(0, -3));
  const ops = [flip, { ...spec, ...fixed, keepSize: false }];
  expect(() => parseAugmentation([{ op: 'fuse', ops }])).toThrow('crop cannot be fused');
});

test.each([
  [{ top: [0.2, 0.1] }, 'top'],
  [{ left: [0, Number.NaN] }, 'left'],
  [{ top: [0, 0.6], bottom: [0, 0.4] }, 'top and bottom add up to 1'],
  [{ left: [0, 0.9], right: [0, 0.2] }, 'left and right add up to 1'],
  [{ keepSize: false }, 'keepSize'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops, also for the smallest images', () => {
  expect(contractViolations(crop, spec, numbered(5, 4))).toEqual([]);
  const own = { ...spec, ...fixed, keepSize: false };
  expect(contractViolations(crop, own, numbered(5, 4))).toEqual([]);
  expect(wrongSizes({ ...spec, top: [0, 0.5], bottom: [0, 0.4] })).toEqual([]);
});
