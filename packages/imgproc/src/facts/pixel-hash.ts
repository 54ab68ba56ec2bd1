import { createHash } from 'node:crypto';
import type { Raster } from '@sprout/core';

/** SHA-256 of size and pixels, hexadecimal. */
export function pixelHash({ height, width, channels, data }: Raster): string {
  return createHash('sha256').update(`${height} ${width} ${channels} `).update(data).digest('hex');
}
