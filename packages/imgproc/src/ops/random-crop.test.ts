import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { contractViolations } from '../../test/contract-violations.ts';
import { drawnNumbers, extremes } from '../../test/drawn-numbers.ts';
import { maskRow, moveMask } from '../../test/move-mask.ts';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { applyOp, setUpOps } from '../../test/set-up-ops.ts';
import { parseAugmentation } from '../augmentation/parse-augmentation.ts';
import { randomCrop } from './random-crop.ts';

const spec = { op: 'random-crop', height: 1, width: 2 };

test.each([
  [0, 0, [1, 2]],
  [0.49, 0.34, [2, 3]],
  [0.51, 0.99, [7, 8]],
  [1, 1, [7, 8]],
])('at %d down and %d right', (down, right, expected) => {
  expect(numbersOf(applyOp(spec, numbered(2, 4), { down, right }))).toEqual(expected);
});

test('draws places from top to bottom and from left to right', () => {
  const drawn = drawnNumbers<{ down: number; right: number }>(spec);
  for (const places of [drawn.map(({ down }) => down), drawn.map(({ right }) => right)]) {
    expect(extremes(places).least).toBeLessThan(0.02);
    expect(extremes(places).most).toBeGreaterThan(0.98);
  }
});

test('moves a mask with the image', () => {
  const moved = moveMask(spec, maskRow(1, 2, 3, 4), { down: 0, right: 0.99 });
  expect([...moved.data]).toEqual([3, 4]);
});

test('an image smaller than the part is refused', () => {
  const large = { ...spec, width: 5 };
  const reason = 'cannot cut 1 x 5 pixels out of an image of 2 x 4';
  const { size } = setUpOps([large]);
  expect(size(undefined)).toEqual({ height: 1, width: 5 });
  const applied = () => applyOp(large, numbered(2, 4), { down: 0, right: 0 });
  expect(applied).toThrow(`Cannot process a.png: the op random-crop ${reason}`);
  expect(applied).toThrow(expect.toSatisfy((error) => isSproutError(error, 'image-unprocessable')));
});

test.each([
  [{ height: 0 }, 'height'],
  [{ width: 2.5 }, 'width'],
])('refuses %j', (fields, name) => {
  expect(() => parseAugmentation([{ ...spec, ...fields }])).toThrow(name);
});

test('keeps the contract of ops', () => {
  expect(contractViolations(randomCrop, spec, numbered(3, 4))).toEqual([]);
});
