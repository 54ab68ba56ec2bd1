import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../../../tools/shared-data.ts';
import { decodeWithSharp } from '../decode-with-sharp.ts';
import { sniff } from '../sniff.ts';
import { decodePlainJpeg } from './decode-plain-jpeg.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);
const codec = (name: string): Uint8Array => readFileSync(new URL(`codec/${name}`, fixtures));

interface Case {
  readonly name: string;
  readonly file: string;
  readonly height: number;
  readonly width: number;
  readonly sha256: string;
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('plain-jpeg.json', fixtures), 'utf8'),
);

/** Whether the fast decoder decodes a file, and to the same pixels as sharp, which decides whether a file is damaged. */
async function compare(bytes: Uint8Array): Promise<'equal' | 'different' | 'left to sharp'> {
  const header = sniff(bytes);
  if (header === undefined || header.oddity !== undefined) return 'left to sharp';
  const fast = decodePlainJpeg(bytes);
  if (fast === undefined) return 'left to sharp';
  const exact = await decodeWithSharp(bytes, 64e6);
  const isEqual = fast.height === exact.height && Buffer.compare(fast.data, exact.data) === 0;
  return isEqual ? 'equal' : 'different';
}

describe('decodePlainJpeg', () => {
  test.each(cases)('$name has the pixels of OpenCV', ({ file, height, width, sha256 }) => {
    const raster = decodePlainJpeg(Buffer.from(file, 'base64'));
    expect(raster).toMatchObject({ height, width, channels: 3 });
    expect(createHash('sha256').update(raster!.data).digest('hex')).toBe(sha256);
  });

  test.each(['4:2:0', '4:4:4'])('%s of all sizes to 40 has the pixels of sharp', async (chroma) => {
    const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const;
    for (let size = 5; size <= 40; size++) {
      const create = { width: size, height: 45 - size, channels: 3, background: '#000', noise };
      const image = sharp({ create: { ...create, channels: 3 } });
      const quality = 1 + ((size * 37) % 100);
      const bytes = await image.jpeg({ quality, chromaSubsampling: chroma }).toBuffer();
      expect(await compare(bytes)).toBe('equal');
    }
  });

  test('a larger image follows a smaller one', async () => {
    for (const size of [8, 900, 30]) {
      const create = { width: size, height: size, channels: 3, background: '#48a' } as const;
      expect(await compare(await sharp({ create }).jpeg().toBuffer())).toBe('equal');
    }
  });

  test('the raster is independent of the next one', () => {
    const [first, second] = [codec('420.jpg'), codec('gray.jpg')];
    const raster = decodePlainJpeg(first)!;
    const before = Uint8Array.from(raster.data);
    decodePlainJpeg(second);
    expect(raster.data).toEqual(before);
  });

  test.each(['420.jpg', '422.jpg', '444.jpg', 'gray.jpg', 'restart.jpg', 'profile.jpg'])(
    '%s is plain',
    async (name) => expect(await compare(codec(name))).toBe('equal'),
  );

  test.each(['progressive.jpg', 'cmyk.jpg', 'rgb.jpg'])('%s is left to sharp', (name) => {
    expect(decodePlainJpeg(codec(name))).toBeUndefined();
  });

  test('chroma of less than three columns is left to sharp', async () => {
    const create = { width: 4, height: 9, channels: 3, background: '#48a' } as const;
    expect(decodePlainJpeg(await sharp({ create }).jpeg().toBuffer())).toBeUndefined();
  });

  test('a file that is cut anywhere is left to sharp', () => {
    const bytes = codec('420.jpg');
    for (let length = 2; length < bytes.length; length++) {
      expect(decodePlainJpeg(bytes.subarray(0, length))).toBeUndefined();
    }
  });

  test('a scan that is cut before its end mark, or followed by other bytes, is left to sharp', () => {
    for (const name of ['420.jpg', 'gray.jpg', 'restart.jpg']) {
      const bytes = codec(name);
      for (const count of [1, 2, 20]) {
        const cut = Buffer.concat([bytes.subarray(0, -2 - count), Buffer.from('ffd9', 'hex')]);
        expect(decodePlainJpeg(cut)).toBeUndefined();
      }
      const more = Buffer.concat([bytes.subarray(0, -2), Buffer.from('123456ffd9', 'hex')]);
      expect(decodePlainJpeg(more)).toBeUndefined();
    }
  });

  test('a scan that ends long before the image is left to sharp, even if all bits are valid codes', () => {
    const quantiser = `ffdb004300${'01'.repeat(64)}`;
    const frame = 'ffc0000b08 03e8 03e8 01 01 11 00';
    const [none, one] = ['0000', '0101']; // the sizes of the values after the codes 0 and 1
    const counts = '02'.padEnd(32, '0');
    const tables = `ffc40015 00 ${counts} ${none} ffc40015 10 ${counts} ${one}`;
    const scan = 'ffda0008 01 01 00 00 3f 00 123456 ffd9';
    const hex = `ffd8 ${quantiser} ${frame} ${tables} ${scan}`.replaceAll(' ', '');
    expect(decodePlainJpeg(Buffer.from(hex, 'hex'))).toBeUndefined();
  });

  test.each(['422.jpg', 'restart.jpg'])(
    '%s with coefficients that overflow is left to sharp',
    (name) => {
      const bytes = Uint8Array.from(codec(name));
      bytes[25]! ^= 80; // the quantiser of the means
      expect(decodePlainJpeg(bytes)).toBeUndefined();
    },
  );

  test('a damaged file is left to sharp, or decodes to the same pixels', async () => {
    const flip = fc.record({ at: fc.nat(10_000), value: fc.integer({ min: 1, max: 255 }) });
    const names = ['420.jpg', '422.jpg', '444.jpg', 'gray.jpg', 'restart.jpg'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), flip, async (name, { at, value }) => {
        const bytes = Uint8Array.from(codec(name));
        bytes[at % bytes.length]! ^= value;
        expect(await compare(bytes)).not.toBe('different');
      }),
      { numRuns: 1000 },
    );
  });

  const photographs = sharedData('images');

  test.skipIf(photographs === undefined)(
    'photographs have the pixels of sharp (needs ../shared/data/images)',
    async () => {
      const names = readdirSync(photographs ?? '').filter((name) => name.endsWith('.jpg'));
      expect(names).not.toHaveLength(0);
      for (const name of names) {
        expect(await compare(readFileSync(`${photographs}/${name}`))).not.toBe('different');
      }
    },
  );
});
