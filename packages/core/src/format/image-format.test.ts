import { expect, test } from 'vitest';
import { imageFormat } from './image-format.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['\xff\xd8\xff\xe0', 'jpeg'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'bmp'],
  ['\0\0\0\x14ftypavif\0\0\0\0mif1', 'avif'],
  ['\0\0\0\x18ftypmif1\0\0\0\0mif1avif', 'avif'],
  ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
])('%j is %s', (start, format) => {
  expect(imageFormat(latin(start))).toBe(format);
});

test.each([
  '',
  '\x89PNG\n\x1a\n', // its line ends were converted
  '\xff\xd8',
  'GIF88a',
  'II+\0', // BigTIFF
  'RIFF\x10\0\0\0WAVEfmt ',
  'RIFF\x10\0\0\0WEB',
  ' GIF89a',
  'BMW and other cars, all of them',
  '\0\0\0\x14ftypheic\0\0\0\0mif1',
])('%j is of no known format', (start) => {
  expect(imageFormat(latin(start))).toBeUndefined();
});
