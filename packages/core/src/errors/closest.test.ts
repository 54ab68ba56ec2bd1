import { expect, test } from 'vitest';
import { closest } from './closest.ts';

const KNOWN = ['rotate', 'resize', 'median', 'flip-horizontal'];

test.each([
  ['rotat', 'rotate'],
  ['Rotate', 'rotate'],
  ['ersize', 'resize'],
  ['medain', 'median'],
  ['fliphorizontal', 'flip-horizontal'],
])('takes %s for %s', (name, meant) => {
  expect(closest(name, KNOWN)).toBe(meant);
});

test.each(['x', 'gaussian-noise', ''])('takes "%s" for nothing', (name) => {
  expect(closest(name, KNOWN)).toBeUndefined();
});
