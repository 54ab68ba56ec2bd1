import { expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { jpegPlanes } from './jpeg-planes.ts';

test('the planes are filled up to whole blocks, with chroma of half the sides', () => {
  const { luma, blue, red } = jpegPlanes(numbered(9, 10));
  expect([luma.height, luma.width, blue.height, blue.width]).toEqual([16, 16, 8, 8]);
  expect(red.samples.length).toBe(64);
  expect(luma.samples[15]).toBe(luma.samples[9]);
  expect(luma.samples[15 * 16]).toBe(luma.samples[8 * 16]);
});

test('grey has no colour, and red has the most Cr', () => {
  const of = (...rgb: number[]) => {
    const planes = jpegPlanes({ height: 1, width: 1, channels: 3, data: Uint8Array.from(rgb) });
    return [planes.luma.samples[0], planes.blue.samples[0], planes.red.samples[0]];
  };
  expect(of(77, 77, 77)).toEqual([77, 128, 128]);
  expect(of(255, 0, 0)).toEqual([76, 85, 255]);
});
