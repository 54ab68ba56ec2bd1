import type { Raster } from '@sprout/core';
import { Transformer } from '@napi-rs/image';
import type { ImageHeader } from './headers/image-header.ts';

/** Up to this many pixels, about 10 ms of work, decoding on another thread takes longer. */
const SYNCHRONOUS_PIXELS = 1 << 20;

/**
 * Decodes a PNG file whose header is `plain`: the same pixels as `decodeWithSharp`, in a third of the time.
 *
 * @returns `undefined` where the decoder refuses the file. Sharp then decides whether it is damaged.
 */
export async function decodePlainPng(
  bytes: Uint8Array,
  { height, width }: ImageHeader,
): Promise<Raster | undefined> {
  try {
    const decoder = new Transformer(bytes);
    const data =
      height * width <= SYNCHRONOUS_PIXELS ? decoder.rawPixelsSync() : await decoder.rawPixels();
    if (data.length !== height * width * 3) return undefined;
    return {
      height,
      width,
      channels: 3,
      data: new Uint8Array(data.buffer, data.byteOffset, data.length),
    };
  } catch {
    return undefined;
  }
}
