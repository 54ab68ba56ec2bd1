import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { images } from '../../fixtures/kernels.ts';
import { decodePlainJpeg } from '../codec/jpeg/decode-plain-jpeg.ts';
import { roundTripInWasm } from './jpeg-in-wasm.ts';
import { jpegQuantisers } from './jpeg-quantiser.ts';
import { jpegRoundTrip, roundTripScalar } from './jpeg-round-trip.ts';

const side = fc.integer({ min: 5, max: 50 });

test('has the pixels of the scalar code, whatever size and quality', () => {
  fc.assert(
    fc.property(side, side, fc.integer({ min: 1, max: 100 }), (height, width, quality) => {
      const source = images.noise(height, width);
      const quantisers = jpegQuantisers(quality);
      const { data } = roundTripInWasm(source, quantisers)!;
      expect(Buffer.compare(data, roundTripScalar(source, quantisers).data)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('extreme pixels do not overflow', () => {
  const data = Uint8Array.from({ length: 3 * 256 }, (_, at) => (at % 2 === 0 ? 255 : 0));
  const source = { height: 16, width: 16, channels: 3, data };
  for (const values of [data, new Uint8Array(768), new Uint8Array(768).fill(255)]) {
    const image = { ...source, data: values };
    expect(jpegRoundTrip(image, 100)).toEqual(roundTripScalar(image, jpegQuantisers(100)));
  }
});

test('the decoder of files, which shares the memory, has the same pixels after it', async () => {
  const source = images.leaves(30, 40);
  const raw = { height: 30, width: 40, channels: 3 } as const;
  const file = await sharp(source.data, { raw }).jpeg({ quality: 80 }).toBuffer();
  const before = decodePlainJpeg(file)!;
  expect(before).toMatchObject({ height: 30, width: 40 });
  jpegRoundTrip(images.noise(30, 40), 50);
  expect(decodePlainJpeg(file)).toEqual(before);
  expect(jpegRoundTrip(source, 80)).toEqual(before);
});
