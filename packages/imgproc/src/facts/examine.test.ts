import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { black, imageOf, leaf, soil } from '../../test/small-images.ts';
import { decode } from '../codec/decode.ts';
import { encodePng } from '../codec/encode-png.ts';
import { sniff } from '../codec/sniff.ts';
import { examine } from './examine.ts';

test('returns all facts of a file', async () => {
  const raster = imageOf([
    [soil, leaf],
    [leaf, soil],
  ]);
  const bytes = await encodePng(raster);
  const facts = examine({ bytes, header: sniff(bytes)! }, raster);
  expect(facts).toMatchObject({
    bytes: bytes.length,
    format: 'png',
    height: 2,
    width: 2,
    orientation: 1,
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    colour: [90, 130, 60],
    borderColour: [90, 130, 60],
    backgroundColour: [120, 100, 80],
  });
  expect(facts.thumbnail).toHaveLength(256);
});

test('one image in two containers has one pixel hash and two file hashes', async () => {
  const raster = imageOf([
    [soil, leaf],
    [leaf, black],
  ]);
  const png = await encodePng(raster);
  const webp = new Uint8Array(await sharp(png).webp({ lossless: true }).toBuffer());
  const [a, b] = await Promise.all(
    [png, webp].map(async (bytes) =>
      examine({ bytes, header: sniff(bytes)! }, await decode(bytes, 'x')),
    ),
  );
  expect(a!.pixelHash).toBe(b!.pixelHash);
  expect(a!.fileHash).not.toBe(b!.fileHash);
});

test('an odd file has its oddity, and a usual one has no such field', async () => {
  const raster = imageOf([[soil, leaf]]);
  const bytes = await encodePng(raster);
  const header = sniff(bytes)!;
  expect(examine({ bytes, header }, raster)).not.toHaveProperty('oddity');
  const odd = { ...header, oddity: '1 stray byte' };
  expect(examine({ bytes, header: odd }, raster).oddity).toBe('1 stray byte');
});
