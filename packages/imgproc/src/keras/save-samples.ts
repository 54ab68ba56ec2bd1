import { join } from 'node:path';
import { type Raster, writeAtomic } from '@sprout/core';
import { encodePng } from '../codec/encode-png.ts';
import { type FloatImages, imageAt, planesOf } from './float-image.ts';
import { toBytes } from './transform/brightness.ts';
import { type ChannelOrder, fromPlanes } from './transform/planes.ts';
import type { KerasTraits } from './transform/traits.ts';

/** Where the images of batches are saved as PNG, stretched to 0 to 255. */
export interface SaveOptions {
  /** A folder that exists. By default nothing is saved. */
  readonly saveToDir?: string | undefined;
  /** The beginning of the names of the files. @default '' */
  readonly savePrefix?: string | undefined;
}

interface Saving extends SaveOptions {
  readonly order: ChannelOrder;
  readonly stretch: KerasTraits['stretch'];
  /** The name of the file of the image at a position, without prefix and extension. */
  readonly name: (position: number) => string;
}

/** Saves the images of a batch, if there is a folder for them. @throws {SproutError} `file-unwritable`. */
export async function saveSamples(images: FloatImages, options: Saving): Promise<void> {
  const { saveToDir, savePrefix = '', order, stretch, name } = options;
  if (saveToDir === undefined) return;
  const names = Array.from({ length: images.count }, (_, at) => name(at));
  for (const [at, each] of names.entries()) {
    const planes = planesOf(imageAt(images, at), order);
    const bytes = toBytes(planes, stretch === 'outside' ? 'from-least' : stretch);
    const data = fromPlanes(bytes, 'channels-last', new Uint8Array(bytes.data.length));
    const raster: Raster = { ...planes, data };
    await writeAtomic(join(saveToDir, `${savePrefix}_${each}.png`), await encodePng(raster));
  }
}
