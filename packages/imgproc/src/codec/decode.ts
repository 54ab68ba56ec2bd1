import type { Raster } from '@sprout/core';

export interface DecodeOptions {
  /** Images of more pixels are refused by their header. */
  readonly pixelLimit?: number;
}

/**
 * Decodes an image file to 8-bit RGB, upright, without alpha, the first frame only.
 *
 * @param bytes The whole file. Only read.
 * @param file Its path, for messages.
 * @throws {SproutError} `image-refused`, `image-too-large` or `image-undecodable`.
 */
export async function decode(
  bytes: Uint8Array,
  file: string,
  { pixelLimit = 64e6 }: DecodeOptions = {},
): Promise<Raster> {
  void pixelLimit;
  void bytes;
  throw new Error(file);
}
