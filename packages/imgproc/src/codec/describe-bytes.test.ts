import { expect, test } from 'vitest';
import { describeBytes } from './describe-bytes.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  ['<!DOCTYPE html><title>404</title>', 'an HTML page'],
  ['\xef\xbb\xbf \n<html lang="en">', 'an HTML page'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'an SVG drawing'],
  ['<?xml version="1.0"?>\n<!-- drawn -->\n<svg/>', 'an SVG drawing'],
  ['<?xml version="1.0"?><note/>', 'an XML document'],
  ['%PDF-1.7\n', 'a PDF document'],
  ['%!PS-Adobe-3.0 EPSF-3.0', 'a PostScript document'],
  ['\xc5\xd0\xd3\xc6\x1e\0\0\0', 'a PostScript document'],
  ['\0\0\0\x20ftypheic', 'HEIC (HEVC)'],
  ['\0\0\0\x18ftypmif1\0\0\0\0mif1hevc', 'HEIC (HEVC)'],
  ['\0\0\0\x14ftypmif1\0\0\0\0miaf', 'a HEIF image'],
  ['\0\0\0\x20ftypisom', 'a video'],
  ['PK\x03\x04', 'a ZIP archive'],
  [
    'version https://git-lfs.github.com/spec/v1\n',
    'a Git LFS pointer instead of the file itself (git lfs pull)',
  ],
  ['Not found.\n', 'a text file'],
  ['\0\0\0\0\0\0\0\0', 'a block of zero bytes'],
  ['\x07\x01\x80\xfe', 'of an unknown format'],
])('%j is described', (text, expected) => {
  expect(describeBytes(latin(text))).toBe(expected);
});

test('text may end within a character', () => {
  expect(describeBytes(Buffer.from('ä'.repeat(400)).subarray(0, 511))).toBe('a text file');
});
