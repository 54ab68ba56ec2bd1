import sharp from 'sharp';
import { expect, test } from 'vitest';
import { gifHeader } from './gif.ts';

const bytes = Uint8Array.from(Buffer.from('GIF89a\x17\x01\x11\0\xf0\0\0', 'latin1'));

test('the size is that of the canvas', () => {
  expect(gifHeader(bytes)).toEqual({
    format: 'gif',
    height: 17,
    width: 279,
    bitDepth: 8,
    channels: 1,
    orientation: 1,
    plain: false,
  });
});

test('a file that ends before its size cannot be read', () => {
  for (let length = 0; length < 10; length++) {
    expect(() => gifHeader(bytes.subarray(0, length))).toThrow(RangeError);
  }
  expect(gifHeader(bytes.subarray(0, 10)).height).toBe(17);
});

test('the size of a file by sharp is that of the image', async () => {
  const background = { r: 9, g: 8, b: 7 };
  const image = sharp({ create: { width: 23, height: 17, channels: 3, background } });
  expect(gifHeader(await image.gif().toBuffer())).toMatchObject({ height: 17, width: 23 });
});

test('the canvas contains the first frame', () => {
  const frame = Buffer.from(',\x05\0\x06\0\x17\0\x21\0\0\x02\x01\x44\0;', 'latin1');
  const palette = Buffer.alloc(6);
  const header = gifHeader(Buffer.concat([bytes, palette, frame]));
  expect(header).toMatchObject({ height: 39, width: 279 });
  expect(header.oddity).toBeUndefined();
  const cut = gifHeader(Buffer.concat([bytes, palette, frame.subarray(0, -1)]));
  expect(cut.oddity).toBe('damage after the first frame');
});
