import { expect, test } from 'vitest';
import { countOf } from './count-of.ts';

test('puts the noun into the plural', () => {
  expect([countOf(1, 'file'), countOf(2, 'file'), countOf(0, 'group')]).toEqual([
    '1 file',
    '2 files',
    '0 groups',
  ]);
  expect([countOf(1, 'class'), countOf(2, 'class')]).toEqual(['1 class', '2 classes']);
});
