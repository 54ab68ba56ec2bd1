import { expect, test } from 'vitest';
import { closest } from './closest.ts';

const KNOWN = ['rotate', 'resize', 'median', 'flip-horizontal'];

test.each([
  ['rotat', 'rotate'],
  ['Rotate', 'rotate'],
  ['ersize', 'resize'],
  ['medain', 'median'],
  ['fliphorizontal', 'flip-horizontal'],
])('for %s suggests %s', (name, meant) => {
  expect(closest(name, KNOWN)).toBe(meant);
});

test.each(['x', 'gaussian-noise', ''])('suggests nothing for "%s"', (name) => {
  expect(closest(name, KNOWN)).toBeUndefined();
});
