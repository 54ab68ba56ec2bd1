import { expect, test } from 'vitest';
import { fileBrands } from './file-brands.ts';

const brandsOf = (text: string): string[] => fileBrands(Buffer.from(text, 'latin1'));

test('the main brand comes first, without the version, and the list ends with its box', () => {
  expect(brandsOf('\0\0\0\x18ftypmif1\0\0\0\0mif1avifmdat')).toEqual(['mif1', 'mif1', 'avif']);
});

test('a list that is cut off has its whole entries', () => {
  expect(brandsOf('\0\0\0\x20ftypheic\0\0\0\0mif1he')).toEqual(['heic', 'mif1']);
});

test.each(['', 'ftyp', '\0\0\0\x18moovmif1', '\x89PNG\r\n\x1a\n'])('%j has no brands', (text) => {
  expect(brandsOf(text)).toEqual([]);
});
