import { expect, test } from 'vitest';
import { resizeMask } from './resize-mask.ts';

const mask = { height: 1, width: 2, channels: 1, data: Uint8Array.of(3, 9) };

test('values stay values', () => {
  expect([...resizeMask(mask, { height: 2, width: 3 }).data]).toEqual([3, 9, 9, 3, 9, 9]);
});

test('with the same size it is the mask itself', () => {
  expect(resizeMask(mask, mask)).toBe(mask);
});
