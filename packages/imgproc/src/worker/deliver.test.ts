import { isSproutError } from '@sprout/core';
import { expect, test } from 'vitest';
import { numbered } from '../../test/numbered.ts';
import { newBytes } from '../memory/result-bytes.ts';
import { deliver } from './deliver.ts';

const image = { id: 'a', path: 'a.png', position: 1 };
const target = (height: number, width: number) => ({
  height,
  width,
  pixels: new Uint8Array(3 * height * width * 3),
});

test('writes an image at its position and nowhere else', () => {
  const batch = target(1, 2);
  expect(deliver(numbered(1, 2), batch, image)).toEqual({ kind: 'written' });
  expect([...batch.pixels]).toEqual([0, 0, 0, 0, 0, 0, 10, 11, 12, 20, 21, 22, 0, 0, 0, 0, 0, 0]);
});

test('the memory of an image that was written is used again', () => {
  const data = newBytes(6);
  deliver({ height: 1, width: 2, channels: 3, data }, target(1, 2), image);
  expect(newBytes(6).buffer).toBe(data.buffer);
});

test('sends the image back if there is no target', () => {
  const raster = numbered(1, 2);
  expect(deliver(raster, undefined, image)).toEqual({ kind: 'sent', raster });
});

test('refuses an image of another size, and names it', () => {
  const batch = target(2, 1);
  expect(() => deliver(numbered(1, 2), batch, image)).toThrow(
    expect.toSatisfy((error) => isSproutError(error, 'images-differ-in-size')),
  );
  expect(() => deliver(numbered(1, 2), batch, image)).toThrow(/a\.png is 1 x 2 .* 2 x 1/);
  expect(batch.pixels.every((value) => value === 0)).toBe(true);
});
