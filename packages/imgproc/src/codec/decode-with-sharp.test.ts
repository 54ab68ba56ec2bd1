import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeWithSharp } from './decode-with-sharp.ts';

const LIMIT = 64e6;

/** A file by sharp of pixels in one row. */
const row = (channels: 1 | 2 | 3 | 4, ...values: number[]) =>
  sharp(Uint8Array.from(values), { raw: { height: 1, width: values.length / channels, channels } });

const decoded = async (bytes: Uint8Array): Promise<number[]> => [
  ...(await decodeWithSharp(bytes, LIMIT)).data,
];

test('pixels of RGB are returned as they are, in memory that begins with them', async () => {
  const bytes = await row(3, 1, 2, 3, 250, 0, 9).png().toBuffer();
  expect(await decodeWithSharp(bytes, LIMIT)).toEqual({
    height: 1,
    width: 2,
    channels: 3,
    data: Uint8Array.of(1, 2, 3, 250, 0, 9),
  });
});

test('alpha is left out, and does not change the colours', async () => {
  expect(await decoded(await row(4, 10, 20, 30, 0, 40, 50, 60, 128).png().toBuffer())).toEqual([
    10, 20, 30, 40, 50, 60,
  ]);
});

test('grey becomes three equal channels', async () => {
  const grey = await row(1, 7, 200).toColourspace('b-w').png().toBuffer();
  expect((await sharp(grey).metadata()).channels).toBe(1);
  expect(await decoded(grey)).toEqual([7, 7, 7, 200, 200, 200]);
  const withAlpha = await row(2, 7, 0, 200, 255).toColourspace('b-w').png().toBuffer();
  expect(await decoded(withAlpha)).toEqual([7, 7, 7, 200, 200, 200]);
});

test('of values of 16 bits the upper byte is kept', async () => {
  const data = Uint16Array.of(0x12_ff, 0x80_00, 0xff_ff);
  const raw = { height: 1, width: 1, channels: 3 } as const;
  const bytes = await sharp(data, { raw }).toColourspace('rgb16').png().toBuffer();
  expect((await sharp(bytes).metadata()).depth).toBe('ushort');
  expect(await decoded(bytes)).toEqual([0x12, 0x80, 0xff]);
});

test('the image is turned upright', async () => {
  const bytes = await row(3, 1, 1, 1, 2, 2, 2).withMetadata({ orientation: 8 }).png().toBuffer();
  expect(await decodeWithSharp(bytes, LIMIT)).toEqual({
    height: 2,
    width: 1,
    channels: 3,
    data: Uint8Array.of(2, 2, 2, 1, 1, 1),
  });
});

test('a colour profile is not applied', async () => {
  const bytes = await row(3, 10, 200, 30).withIccProfile('p3').png().toBuffer();
  expect((await sharp(bytes).metadata()).icc).toBeDefined();
  const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
  expect([...stored]).not.toEqual([10, 200, 30]); // the values in the profile's colour space
  expect(await decoded(bytes)).toEqual([...stored]);
});

test('only the first frame is decoded', async () => {
  const raw = { height: 2, width: 1, channels: 3, pageHeight: 1 } as const;
  const frames = sharp(Uint8Array.of(255, 0, 0, 0, 0, 255), { raw });
  const bytes = await frames.webp({ lossless: true }).toBuffer();
  expect((await sharp(bytes).metadata()).pages).toBe(2);
  expect(await decoded(bytes)).toEqual([255, 0, 0]);
});

describe('libvips refuses', () => {
  test('more pixels than the limit', async () => {
    const bytes = await row(3, 1, 2, 3, 4, 5, 6).png().toBuffer();
    await expect(decodeWithSharp(bytes, 1)).rejects.toThrow('exceeds pixel limit');
    expect(await decodeWithSharp(bytes, 2)).toMatchObject({ height: 1, width: 2 });
  });

  test('an incomplete file', async () => {
    const values = Array.from({ length: 3000 }, (_, at) => (at * 37) & 255);
    const bytes = await row(3, ...values)
      .png()
      .toBuffer();
    const half = bytes.subarray(0, bytes.length / 2);
    await expect(decodeWithSharp(half, LIMIT)).rejects.toThrow(/libpng/);
  });

  test('bytes that are no image', async () => {
    await expect(decodeWithSharp(Buffer.from('no image'), LIMIT)).rejects.toThrow(
      'unsupported image format',
    );
  });
});
