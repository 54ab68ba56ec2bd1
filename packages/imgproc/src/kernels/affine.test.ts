import { expect, test } from 'vitest';
import { affine } from './affine.ts';
import type { PullMatrix } from './pull-matrix.ts';

const identity: PullMatrix = {
  rowByRow: 1,
  rowByColumn: 0,
  rowOffset: 0,
  columnByRow: 0,
  columnByColumn: 1,
  columnOffset: 0,
};
const source = { height: 2, width: 3, channels: 1, data: Uint8Array.of(10, 20, 30, 40, 50, 60) };

test('the identity keeps every pixel, in new memory', () => {
  const result = affine(source, identity, 'constant');
  expect(result).toEqual(source);
  expect(result.data).not.toBe(source.data);
});

test('a shift by a whole pixel moves pixels, and the border fills the rest', () => {
  const left = { ...identity, columnOffset: 1 };
  expect([...affine(source, left, 'nearest').data]).toEqual([20, 30, 30, 50, 60, 60]);
  expect([...affine(source, left, 'constant').data]).toEqual([20, 30, 0, 50, 60, 0]);
  expect([...affine(source, left, 'wrap').data]).toEqual([20, 30, 10, 50, 60, 40]);
});

test('a shift by half a pixel gives the mean of neighbours', () => {
  const half = { ...identity, columnOffset: 0.5 };
  expect([...affine(source, half, 'nearest').data]).toEqual([15, 25, 30, 45, 55, 60]);
  const both = { ...half, rowOffset: 0.5 };
  expect([...affine(source, both, 'nearest').data]).toEqual([30, 40, 45, 45, 55, 60]);
});

test('channels stay together', () => {
  const rgb = { height: 1, width: 2, channels: 3, data: Uint8Array.of(1, 2, 3, 11, 12, 13) };
  const mirrored = { ...identity, columnByColumn: -1, columnOffset: 1 };
  expect([...affine(rgb, mirrored, 'nearest').data]).toEqual([11, 12, 13, 1, 2, 3]);
});
