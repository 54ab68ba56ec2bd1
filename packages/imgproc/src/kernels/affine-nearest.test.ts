import { expect, test } from 'vitest';
import { affineNearest } from './affine-nearest.ts';
import { IDENTITY } from './grid-matrices.ts';

const mask = { height: 2, width: 3, channels: 1, data: Uint8Array.of(7, 7, 9, 3, 3, 5) };

test('values stay values: none lies between two of them', () => {
  const moved = { ...IDENTITY, columnOffset: 0.6, rowOffset: 0.2 };
  expect([...affineNearest(mask, moved, 'nearest').data]).toEqual([7, 9, 9, 3, 5, 5]);
});

test('beyond the edges the border continues', () => {
  const moved = { ...IDENTITY, columnOffset: 1 };
  expect([...affineNearest(mask, moved, 'wrap').data]).toEqual([7, 9, 7, 3, 5, 3]);
  expect([...affineNearest(mask, moved, 'constant').data]).toEqual([7, 9, 0, 3, 5, 0]);
});

test('is not written to', () => {
  affineNearest(mask, IDENTITY, 'nearest');
  expect([...mask.data]).toEqual([7, 7, 9, 3, 3, 5]);
});
