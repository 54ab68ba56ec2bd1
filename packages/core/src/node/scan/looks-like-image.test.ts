import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { looksLikeImage } from './looks-like-image.ts';

async function looks(start: string): Promise<boolean> {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, start, 'latin1');
  return looksLikeImage(file);
}

test.each([
  '\x89PNG\r\n\x1a\n....',
  '\xff\xd8\xff\xe0',
  'GIF89a..',
  'II*\0....',
  'MM\0*....',
  'RIFF....WEBPVP8 ',
  'BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0',
  '\0\0\0\x1cftypavif....',
  '\0\0\0\x1cftypheic....',
])('%j is the start of an image', async (start) => {
  expect(await looks(start)).toBe(true);
});

test.each([
  '',
  'BM',
  'BMW is a car maker',
  'MIT License',
  '%PDF-1.7',
  '<svg>',
  '\x89PN',
  'RIFF....WAVE',
])('%j is not', async (start) => {
  expect(await looks(start)).toBe(false);
});

test('a file that cannot be read is not an image', async () => {
  expect(await looksLikeImage(join(await temporaryFolder(), 'nothing'))).toBe(false);
});
