import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Raster } from '@sprout/core';
import { expect, test } from 'vitest';
import { decodeReduced } from './decode-reduced.ts';
import { decode } from './decode.ts';
import { mendJpeg } from './mend-jpeg.ts';

const folder = new URL('../../fixtures/reduced-codec/', import.meta.url);
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, folder));
const hash = ({ height, width, data }: Raster) => ({
  height,
  width,
  sha256: createHash('sha256').update(data).digest('hex'),
});
const expected: Record<string, Record<string, ReturnType<typeof hash>>> = JSON.parse(
  readFileSync(new URL('expected.json', folder), 'utf8'),
);

/** Sides for which images of 33 to 48 px are decoded at 1/2, 1/4 and 1/8. */
const sides = { '2': 7, '4': 3, '8': 2 };

const reduced = (bytes: Uint8Array, side: number) =>
  decode(bytes, 'x.jpg', { reduceTo: { height: side, width: side } });

test.each(Object.keys(expected))('%s equals cv2.imread at 1/2, 1/4 and 1/8', async (name) => {
  for (const [denominator, side] of Object.entries(sides)) {
    expect(hash(await reduced(fixture(name), side))).toEqual(expected[name]?.[denominator]);
  }
});

test.each(['40x48-422.jpg', 'progressive-420.jpg', 'rgb.jpg', 'scan-parameters.jpg'])(
  '%s has the same pixels if its path is known',
  async (name) => {
    const source = fileURLToPath(new URL(name, folder));
    for (const [denominator, side] of Object.entries(sides)) {
      const options = { reduceTo: { height: side, width: side }, source };
      expect(hash(await decode(fixture(name), name, options))).toEqual(
        expected[name]?.[denominator],
      );
    }
  },
);

test('two files are not confused, whichever is decoded first', async () => {
  const names = ['420.jpg', '444.jpg', '422.jpg', 'rgb.jpg'];
  for (const each of [names, names.toReversed(), names]) {
    const results = await Promise.all(each.map((name) => reduced(fixture(name), 3)));
    expect(results.map(hash)).toEqual(each.map((name) => expected[name]?.['4']));
  }
});

test('a smaller image is decoded whole', async () => {
  expect(await reduced(fixture('420.jpg'), 9)).toEqual(await decode(fixture('420.jpg'), 'x.jpg'));
});

test.each(['rgb8.png', 'lossy.webp', 'cmyk.jpg', 'rgb8.tif'])(
  '%s is decoded whole',
  async (name) => {
    const bytes = readFileSync(new URL(`../codec/${name}`, folder));
    expect(await reduced(bytes, 1)).toEqual(await decode(bytes, name));
  },
);

test('the file is only read', async () => {
  const bytes = fixture('scan-parameters.jpg');
  const before = Uint8Array.from(bytes);
  await reduced(bytes, 2);
  expect(Uint8Array.from(bytes)).toEqual(before);
});

test.each(['420.jpg', 'progressive-422.jpg'])('%s cut off anywhere is an error', async (name) => {
  const bytes = fixture(name);
  for (let part = 1; part < 16; part++) {
    const cut = bytes.subarray(0, Math.trunc((bytes.length * part) / 16));
    await expect(reduced(cut, 3)).rejects.toMatchObject({
      code: 'image-undecodable',
      context: { file: 'x.jpg' },
    });
  }
});

test('the limit of pixels is that of the whole image', async () => {
  const options = { pixelLimit: 33 * 47 - 1, reduceTo: { height: 2, width: 2 } };
  await expect(decode(fixture('420.jpg'), 'x.jpg', options)).rejects.toMatchObject({
    code: 'image-too-large',
  });
});

test.each(Object.keys(expected))('%s equals cv2.imread as libvips decodes it', async (name) => {
  const bytes = fixture(name);
  const sound = name === 'scan-parameters.jpg' ? mendJpeg(bytes) : bytes;
  for (const reduction of [2, 4, 8] as const) {
    const raster = await decodeReduced(sound, { pixelLimit: 64e6, reduction });
    expect(hash(raster)).toEqual(expected[name]?.[reduction]);
  }
});
