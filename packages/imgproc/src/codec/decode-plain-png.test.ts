import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedData } from '../../../../tools/shared-data.ts';
import { decodePlainPng } from './decode-plain-png.ts';
import { decodeWithSharp } from './decode-with-sharp.ts';
import { sniff } from './sniff.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/codec/${name}`, import.meta.url));
const names = ['rgb8.png', 'rgb8-interlaced.png', 'rgb8-gamma.png', 'rgb8-profile.png'];

/** Whether the fast decoder decodes a file, and to the same pixels as sharp. */
async function compare(bytes: Uint8Array): Promise<'equal' | 'different' | 'left to sharp'> {
  const header = sniff(bytes);
  const fast = header?.plain === true ? await decodePlainPng(bytes, header) : undefined;
  if (fast === undefined) return 'left to sharp';
  const { height, width, data } = await decodeWithSharp(bytes, 64e6);
  const equal =
    fast.height === height && fast.width === width && Buffer.compare(fast.data, data) === 0;
  return equal ? 'equal' : 'different';
}

test.each(names)('%s decodes to the same pixels as by sharp', async (name) => {
  expect(await compare(fixture(name))).toBe('equal');
});

test('a damaged file is left to sharp, or decodes to the same pixels', async () => {
  const flip = fc.record({ at: fc.nat(10_000), value: fc.integer({ min: 1, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), flip, async (name, { at, value }) => {
      const bytes = Uint8Array.from(fixture(name));
      bytes[at % bytes.length]! ^= value;
      expect(await compare(bytes)).not.toBe('different');
    }),
    { numRuns: 500 },
  );
});

test('a truncated file is left to sharp, unless only its last chunk is missing', async () => {
  const bytes = fixture('rgb8.png');
  for (let length = 40; length < bytes.length - 16; length += 7) {
    expect(await compare(bytes.subarray(0, length))).toBe('left to sharp');
  }
});

const photographs = sharedData('seedlings/Charlock');

test.skipIf(photographs === undefined)(
  'photographs are plain (needs ../shared/data/seedlings)',
  async () => {
    for (const name of readdirSync(photographs ?? '')) {
      expect(await compare(readFileSync(`${photographs}/${name}`))).toBe('equal');
    }
  },
);
