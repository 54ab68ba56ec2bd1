import { createHash } from 'node:crypto';
import type { ImageFacts, Raster } from '@sprout/core';
import type { ImageHeader } from '../codec/headers/image-header.ts';
import { backgroundColour } from './background-colour.ts';
import { borderColour } from './border-colour.ts';
import { differenceHash } from './difference-hash.ts';
import { luminance } from './luminance.ts';
import { meanColour } from './mean-colour.ts';
import { sharpness } from './sharpness.ts';
import { shrink } from './shrink.ts';
import { tone } from './tone.ts';

/** The version of the facts. It must be raised with every change of the code that changes the facts of a file; kept facts are then measured again. */
export const FACTS_VERSION = 1;

const THUMBNAIL = { height: 16, width: 16 };

/**
 * Measures the facts of one image that the health check needs.
 *
 * @param file The whole file and its header.
 * @param raster Its pixels, upright, `[height, width, 1 | 3 | 4]`. Only read.
 */
export function examine(
  file: { readonly bytes: Uint8Array; readonly header: ImageHeader },
  raster: Raster,
): ImageFacts {
  const grey = luminance(raster);
  const { oddity } = file.header;
  return {
    bytes: file.bytes.length,
    format: file.header.format,
    height: raster.height,
    width: raster.width,
    orientation: file.header.orientation,
    fileHash: createHash('sha256').update(file.bytes).digest('hex'),
    pixelHash: pixelHash(raster),
    differenceHash: differenceHash(grey),
    thumbnail: Uint8Array.from(shrink(grey, THUMBNAIL).values, Math.round),
    ...tone(grey),
    colour: meanColour(raster),
    borderColour: borderColour(raster),
    backgroundColour: backgroundColour(raster),
    sharpness: sharpness(grey),
    ...(oddity !== undefined && { oddity }),
  };
}

/** SHA-256 of size and pixels, hexadecimal. */
function pixelHash({ height, width, channels, data }: Raster): string {
  return createHash('sha256').update(`${height} ${width} ${channels} `).update(data).digest('hex');
}
