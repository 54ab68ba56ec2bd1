import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sharedData } from '../../../../../tools/shared-data.ts';
import { decodeReduced } from '../decode-reduced.ts';
import { sniff } from '../sniff.ts';
import { decodePlainJpeg } from './decode-plain-jpeg.ts';
import { pixelKernels } from '../../wasm/pixel-kernels.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);
const fixture = (name: string): Uint8Array => readFileSync(new URL(name, fixtures));
const reduced = (name: string): Uint8Array => fixture(`reduced-codec/${name}`);
const small: readonly { readonly name: string; readonly file: string }[] = JSON.parse(
  readFileSync(new URL('plain-jpeg.json', fixtures), 'utf8'),
);

const reductions = [1, 2, 4, 8] as const;
type Reduction = (typeof reductions)[number];
/** The number of small images whose result has fewer than five columns, which are left to sharp. */
const NARROW: Readonly<Record<Reduction, number>> = { 1: 0, 2: 3, 4: 3, 8: 11 };

/** Whether the kernels decode a file, and to the same pixels as libvips, which decides whether a file is damaged. */
async function compare(bytes: Uint8Array, reduction: Reduction): Promise<string> {
  const header = sniff(bytes);
  if (header === undefined || header.oddity !== undefined) return 'left to sharp';
  const fast = decodePlainJpeg(bytes, { reduction, orientation: header.orientation });
  if (fast === undefined) return 'left to sharp';
  const exact = await decodeReduced(bytes, { reduction, pixelLimit: 64e6 });
  const { height, width, channels } = exact;
  expect(fast).toMatchObject({ height, width, channels });
  return Buffer.compare(fast.data, exact.data) === 0 ? 'equal' : 'different';
}

interface NoiseOptions {
  readonly height: number;
  readonly width: number;
  readonly quality: number;
  readonly chroma: string;
  readonly orientation?: number;
}

function noise({ height, width, quality, chroma, orientation = 1 }: NoiseOptions): Promise<Buffer> {
  const grain = { type: 'gaussian', mean: 120, sigma: 60 } as const;
  return sharp({ create: { height, width, channels: 3, background: '#000', noise: grain } })
    .withMetadata({ orientation })
    .jpeg({ quality, chromaSubsampling: chroma })
    .toBuffer();
}

describe.each(reductions)('decodePlainJpeg at 1/%i', (reduction) => {
  const kinds = ['420', '422', '444', 'gray', 'restart', '34x46-422', '36x44-422', '39x41-422'];
  const turned = [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => `exif-${orientation}`);

  test.each([...kinds, ...turned])('%s.jpg has the pixels of libvips', async (name) => {
    expect(await compare(reduced(`${name}.jpg`), reduction)).toBe('equal');
  });

  test('small images have the pixels of libvips', async () => {
    const results = await Promise.all(
      small.map(async ({ name, file }) => {
        const result = await compare(Buffer.from(file, 'base64'), reduction);
        return [name, result] as const;
      }),
    );
    const others = results.filter(([, result]) => result !== 'equal');
    expect(others.filter(([, result]) => result !== 'left to sharp')).toEqual([]);
    expect(others).toHaveLength(NARROW[reduction]);
  });

  test.each(['4:2:0', '4:4:4'])(
    '%s of all remainders has the pixels of libvips',
    async (chroma) => {
      for (let side = 0; side < 32; side++) {
        const quality = 1 + ((side * 37) % 100);
        const size = { height: 40 + ((side * 7) % 32), width: 40 + side };
        const bytes = await noise({ ...size, quality, chroma, orientation: 1 + (side % 8) });
        expect(await compare(bytes, reduction)).toBe('equal');
      }
    },
  );

  test.each([90, 100])('noise of quality %i has the pixels of libvips', async (quality) => {
    for (const chroma of ['4:2:0', '4:4:4']) {
      const bytes = await noise({ height: 300, width: 500, quality, chroma });
      expect(await compare(bytes, reduction)).toBe('equal');
    }
  });

  test.each(['progressive-420', 'rgb', '440', '411'])('%s.jpg is left to sharp', (name) => {
    expect(decodePlainJpeg(reduced(`${name}.jpg`), { reduction })).toBeUndefined();
  });

  test('a file that is cut anywhere is left to sharp', () => {
    const bytes = reduced('420.jpg');
    for (let length = 2; length < bytes.length; length++) {
      expect(decodePlainJpeg(bytes.subarray(0, length), { reduction })).toBeUndefined();
    }
  });

  test('a damaged file is left to sharp, or decodes to the same pixels', async () => {
    const names = ['420.jpg', '422.jpg', '444.jpg', 'gray.jpg', 'restart.jpg'];
    const flip = fc.record({ at: fc.nat(10_000), value: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), flip, async (name, { at, value }) => {
        const bytes = Uint8Array.from(fixture(`codec/${name}`));
        bytes[at % bytes.length]! ^= value;
        const result = await compare(bytes, reduction);
        expect(result).not.toBe('different');
      }),
      { numRuns: 400 },
    );
  });

  const photographs = sharedData('images');

  test.skipIf(photographs === undefined)(
    'photographs have the pixels of libvips (needs ../shared/data/images)',
    async () => {
      const names = readdirSync(photographs ?? '').filter((name) => name.endsWith('.jpg'));
      expect(names).not.toHaveLength(0);
      for (const name of names) {
        const result = await compare(readFileSync(`${photographs}/${name}`), reduction);
        expect(result).not.toBe('different');
      }
    },
  );
});

test('the memory that a large image needs is given back', () => {
  const bytes = Uint8Array.from(reduced('444.jpg'));
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
  new DataView(bytes.buffer).setUint32(frame + 5, (12_000 << 16) | 12_000);
  const before = pixelKernels();
  expect(decodePlainJpeg(bytes, { reduction: 2 })).toBeUndefined(); // its data ends early
  expect(before?.memory.buffer.byteLength).toBeGreaterThan(100e6);
  expect(pixelKernels()?.memory.buffer.byteLength).toBeLessThan(1e6);
});
