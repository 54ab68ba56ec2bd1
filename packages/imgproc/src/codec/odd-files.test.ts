import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Raster } from '@sprout/core';
import { decode } from './decode.ts';
import { sniff } from './sniff.ts';

const folder = new URL('../../fixtures/odd-codec/', import.meta.url);
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const hash = ({ height, width, data }: Raster) => ({
  height,
  width,
  sha256: createHash('sha256').update(data).digest('hex'),
});
const expected: Record<string, ReturnType<typeof hash>> = JSON.parse(
  readFileSync(new URL('expected.json', folder), 'utf8'),
);
const names = readdirSync(folder);

test.each(Object.keys(expected))('%s has the pixels of OpenCV or Pillow', async (name) => {
  expect(hash(await decode(fixture(name), name))).toEqual(expected[name]);
});

test('a frame with its own palette has black around it, as in OpenCV', async () => {
  const { data, width } = await decode(fixture('own-palette-canvas.gif'), 'x.gif');
  expect(width).toBe(30);
  expect([...data.subarray(0, 3)]).toEqual([0, 0, 0]);
});

test.each(['colour.avif', 'half-colour.avif', 'turned.avif', '16.bmp'])(
  '%s is decoded to its size, turned upright',
  async (name) => {
    const size = name === 'turned.avif' ? [23, 17] : [17, 23];
    const { height, width, data } = await decode(fixture(name), name);
    expect([height, width, data.length]).toEqual([...size, 17 * 23 * 3]);
  },
);

test.each([
  ['unread-12.tif', 'TIFF with 12-bit samples is not read'],
  ['unread-32.tif', 'TIFF with 32-bit samples is not read'],
  ['unread-compression.tif', 'TIFF with unknown (99) compression is not read'],
  ['unread-filter-array.tif', 'TIFF with colour filter array pixels is not read'],
  ['unread-float.tif', 'TIFF with 32-bit float samples is not read'],
  ['unread-lab.tif', 'TIFF with CIELab pixels is not read'],
  ['unread-old-jpeg.tif', 'TIFF with old-style JPEG compression is not read'],
  ['unread-signed.tif', 'TIFF with 32-bit signed samples is not read'],
  ['unread-ycbcr.tif', 'TIFF with YCbCr pixels is not read'],
  ['unread-zstandard.tif', 'TIFF with Zstandard compression is not read'],
])('%s is refused: %s', async (name, reason) => {
  await expect(decode(fixture(name), name)).rejects.toMatchObject({
    code: 'image-refused',
    context: { reason },
  });
});

test.each(names.filter((name) => name.endsWith('bmp')))('the header of %s is read', (name) => {
  expect(sniff(fixture(name))).toMatchObject({ format: 'bmp', height: 17, width: 23 });
});

test.each(names.filter((name) => name.endsWith('avif')))('the header of %s is read', (name) => {
  const size = { height: 17, width: 23, bitDepth: 8, orientation: 1 };
  expect(sniff(fixture(name))).toMatchObject({ format: 'avif', ...size });
});

describe('incomplete files are errors:', () => {
  const refused = async (name: string, length: number): Promise<unknown> =>
    decode(fixture(name).subarray(0, length), name).then(
      () => 'decoded',
      (error: unknown) => (error as { code: string }).code,
    );

  test.each([
    'scan-parameters.jpg',
    'all.jpg',
    'transparent.gif',
    '24.bmp',
    '8.bmp',
    'colour.avif',
  ])('%s cut off within its pixels', async (name) => {
    const { length } = fixture(name);
    const last = name === 'transparent.gif' ? length - 3 : length - 1;
    for (const part of [0.8, 0.9, 0.95]) {
      expect(await refused(name, Math.trunc(length * part))).toBe('image-undecodable');
    }
    expect(await refused(name, last)).toBe('image-undecodable');
  });

  test.each(['scan-parameters.jpg', 'all.jpg'])('%s cut off, with an end mark', async (name) => {
    const bytes = fixture(name);
    const cut = Buffer.concat([bytes.subarray(0, bytes.length - 60), Buffer.from('ffd9', 'hex')]);
    await expect(decode(cut, name)).rejects.toMatchObject({ code: 'image-undecodable' });
  });

  test('a TIFF whose pixels end too early', async () => {
    for (const file of ['rgb8.tif', 'lzw.tif', 'pages.tif']) {
      const bytes = readFileSync(new URL(`../codec/${file}`, folder));
      for (const part of [0.3, 0.5, 0.7, 0.9]) {
        const cut = bytes.subarray(0, Math.trunc(bytes.length * part));
        await decode(cut, file).then(
          ({ data }) => expect(file === 'pages.tif' && data.length === 17 * 23 * 3).toBe(true),
          (error: unknown) => expect(error).toMatchObject({ code: 'image-undecodable' }),
        );
      }
    }
  });
});
