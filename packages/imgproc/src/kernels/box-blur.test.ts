import { expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { boxBlur } from './box-blur.ts';

test('one pixel is its own mean', () => {
  expect(boxBlur(numbered(1, 1), 7)).toEqual(numbered(1, 1));
});

test('a window of 1 changes nothing', () => {
  expect(boxBlur(numbered(3, 4), 1)).toEqual(numbered(3, 4));
});
