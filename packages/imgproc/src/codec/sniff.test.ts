import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/codec/${name}`, import.meta.url));

const size = { height: 17, width: 23 };

test.each([
  ['rgb8.png', { format: 'png', ...size, bitDepth: 8, channels: 3, plain: true }],
  ['rgb8-interlaced.png', { plain: true }],
  ['rgb8-profile.png', { plain: true }],
  ['rgb8-transparent-colour.png', { plain: false }],
  ['exif-1.png', { orientation: 1, plain: false }],
  ['exif-6.png', { ...size, orientation: 6, plain: false }],
  ['rgb16.png', { bitDepth: 16, channels: 3, plain: false }],
  ['palette4.png', { bitDepth: 4, channels: 1, plain: false }],
  ['gray-alpha8.png', { channels: 2, plain: false }],
  ['444.jpg', { format: 'jpeg', ...size, bitDepth: 8, channels: 3, orientation: 1, plain: false }],
  ['exif-8.jpg', { ...size, orientation: 8 }],
  ['progressive.jpg', size],
  ['cmyk.jpg', { channels: 4 }],
  ['gray.jpg', { channels: 1 }],
  ['lossy.webp', { format: 'webp', ...size, channels: 3 }],
  ['lossless.webp', { ...size, channels: 3 }],
  ['alpha.webp', { ...size, channels: 4 }],
  ['animated.webp', size],
  ['animated.gif', { format: 'gif', ...size }],
  ['rgb8.tif', { format: 'tiff', ...size, bitDepth: 8, channels: 3 }],
  ['rgb16.tif', { ...size, bitDepth: 16, channels: 3 }],
  ['gray8.tif', { ...size, bitDepth: 8, channels: 1 }],
])('the header of %s is read', (name, expected) => {
  expect(sniff(fixture(name))).toMatchObject(expected);
});

test.each(['rgb8.png', '444.jpg', 'lossy.webp', 'still.gif', 'rgb8.tif'])(
  'a truncated header of %s is not read',
  (name) => {
    expect(sniff(fixture(name).subarray(0, 8))).toBeUndefined();
  },
);

test('a header with a size of 0 is not read', () => {
  const bytes = Uint8Array.from(fixture('rgb8.png'));
  bytes.fill(0, 16, 20);
  expect(sniff(bytes)).toBeUndefined();
});

test('other bytes have no header', () => {
  expect(sniff(new Uint8Array(0))).toBeUndefined();
  expect(sniff(new TextEncoder().encode('<svg width="1" height="1"/>'))).toBeUndefined();
});

test('sniff does not throw, whatever bytes follow the magic bytes', () => {
  const magic = fc.constantFrom('rgb8.png', '444.jpg', 'alpha.webp', 'still.gif', 'rgb8.tif');
  const kept = fc.integer({ min: 12, max: 60 });
  fc.assert(
    fc.property(magic, kept, fc.uint8Array({ maxLength: 300 }), (name, length, tail) => {
      const header = sniff(Buffer.concat([fixture(name).subarray(0, length), tail]));
      expect([undefined, 1, 2, 3, 4, 5, 6, 7, 8]).toContain(header?.orientation);
    }),
    { numRuns: 2000 },
  );
});
