import { expect, test } from 'vitest';
import { imageDataUri } from './image-data-uri.ts';

test('the format is recognised by the first bytes, and SVG is refused', () => {
  expect(imageDataUri(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe(
    'data:image/png;base64,iVBORw==',
  );
  expect(imageDataUri(Uint8Array.of(0xff, 0xd8, 0xff))).toMatch(/^data:image\/jpeg/);
  expect(imageDataUri(new TextEncoder().encode('RIFF....WEBP'))).toMatch(/^data:image\/webp/);
  expect(imageDataUri(new TextEncoder().encode('<svg onload="x"/>'))).toBeUndefined();
  expect(imageDataUri(new Uint8Array())).toBeUndefined();
});

test('a WebP file is recognised by the bytes after its length', () => {
  expect(imageDataUri(new TextEncoder().encode('....\0\0\0\0WEBP'))).toMatch(/^data:image\/webp/);
});
