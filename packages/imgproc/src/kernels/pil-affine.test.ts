import { expect, test } from 'vitest';
import { numbered, numbersOf } from '../../test/numbered.ts';
import { pilAffine } from './pil-affine.ts';
import { rotation, shearX, shearY, translation } from './pil-matrices.ts';
import { pilRotate } from './pil-rotate.ts';

const options = { resampler: 'nearest', colour: [0, 1, 2] } as const;

test('a translation moves whole pixels, and fills the rest', () => {
  const source = numbered(2, 3);
  const right = translation({ right: 1, down: 0 }, source);
  expect(numbersOf(pilAffine(source, right, options))).toEqual([0, 1, 2, 0, 4, 5]);
  const up = translation({ right: 0, down: -1 }, source);
  expect(numbersOf(pilAffine(source, up, options))).toEqual([4, 5, 6, 0, 0, 0]);
});

test('bilinear, a translation by whole pixels keeps their values', () => {
  const source = numbered(2, 3);
  const left = translation({ right: -2, down: 0 }, source);
  const result = pilAffine(source, left, { ...options, resampler: 'bilinear' });
  expect(numbersOf(result)).toEqual([3, 0, 0, 6, 0, 0]);
});

test('shears take rows from the right, and columns from below', () => {
  const source = numbered(3, 3);
  expect(numbersOf(pilAffine(source, shearX(1), options))).toEqual([2, 3, 0, 6, 0, 0, 0, 0, 0]);
  expect(numbersOf(pilAffine(source, shearY(1), options))).toEqual([4, 8, 0, 7, 0, 0, 0, 0, 0]);
});

test('a quarter turn of a square is counter-clockwise and keeps all pixels', () => {
  expect(numbersOf(pilRotate(numbered(2, 2), 90, options))).toEqual([2, 4, 1, 3]);
  expect(numbersOf(pilRotate(numbered(2, 2), -90, options))).toEqual([3, 1, 4, 2]);
  expect(numbersOf(pilRotate(numbered(1, 3), 180, options))).toEqual([3, 2, 1]);
  const source = numbered(1, 3);
  expect(pilRotate(source, 360, options)).toBe(source);
});

test('the matrix of a rotation is rounded to 15 decimals', () => {
  const { xx, xy } = rotation(90, { height: 3, width: 5 });
  expect([Math.abs(xx), xy]).toEqual([0, -1]);
});
