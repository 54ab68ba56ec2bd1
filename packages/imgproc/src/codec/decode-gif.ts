import type { Raster } from '@sprout/core';
import { decodeWithSharp } from './decode-with-sharp.ts';
import { firstGifFrame } from './first-gif-frame.ts';
import type { GifFrame } from './headers/gif-frame.ts';

/**
 * Decodes the first frame of a GIF file to RGB, as Pillow does: transparent pixels have the colour of the palette. What
 * follows the frame is not read.
 *
 * @throws The error of libvips, as `decodeWithSharp`, or an error where the frame is incomplete.
 */
export async function decodeGif(bytes: Uint8Array, pixelLimit: number): Promise<Raster> {
  const first = firstGifFrame(bytes);
  if (first === undefined) throw new Error('the first frame is incomplete');
  const raster = await decodeWithSharp(first.bytes, pixelLimit);
  paintAround(raster, first.frame, first.background);
  return raster;
}

/** Paints the part of the canvas that the frame does not cover. */
function paintAround(
  { height, width, data }: Raster,
  frame: GifFrame,
  background: readonly number[],
): void {
  const [bottom, right] = [frame.top + frame.height, frame.left + frame.width];
  for (let y = 0; y < height; y++) {
    const isAround = y < frame.top || y >= bottom;
    for (let x = 0; x < width; x++) {
      if (!isAround && x === frame.left) x = right;
      if (x < width) data.set(background, 3 * (y * width + x));
    }
  }
}
