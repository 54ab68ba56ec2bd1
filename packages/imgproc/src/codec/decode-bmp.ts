import type { Raster } from '@sprout/core';
import { Transformer } from '@napi-rs/image';
import type { ImageHeader } from './headers/image-header.ts';

/**
 * Decodes a BMP file to RGB: the pixels of `cv2.imread`, except for those of 16 bits, about which libraries disagree.
 *
 * @throws The error of the decoder where the file is damaged, incomplete or of an unknown kind.
 */
export async function decodeBmp(
  bytes: Uint8Array,
  { height, width }: ImageHeader,
): Promise<Raster> {
  const data = await new Transformer(bytes).rawPixels();
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.length);
  const channels = pixels.length / (height * width);
  if (channels === 3) return { height, width, channels: 3, data: pixels };
  if (channels === 4) return { height, width, channels: 3, data: withoutAlpha(pixels) };
  throw new Error(`the decoder returned ${pixels.length} bytes for ${height} x ${width} pixels`);
}

function withoutAlpha(pixels: Uint8Array): Uint8Array {
  const colours = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    colours[to] = pixels[from]!;
    colours[to + 1] = pixels[from + 1]!;
    colours[to + 2] = pixels[from + 2]!;
  }
  return colours;
}
