import { join } from 'node:path';
import { type Raster, writeAtomic } from '@sprout/core';
import { encodePng } from '../codec/encode-png.ts';
import { type FloatImages, imageAt, planesOf } from './float-image.ts';
import type { KerasPipeline } from './keras-pipeline.ts';
import { toBytes } from './transform/brightness.ts';
import type { KerasRandom } from './transform/draw-numbers.ts';
import { fromPlanes } from './transform/planes.ts';
import { traitsOf } from './transform/traits.ts';

/** Where the images of batches are saved as PNG, stretched to 0 to 255. */
export interface SaveOptions {
  /** A folder that exists. By default nothing is saved. */
  readonly saveToDir?: string | undefined;
  /** The beginning of the names of the files. @default '' */
  readonly savePrefix?: string | undefined;
}

interface Saving extends SaveOptions {
  readonly pipeline: KerasPipeline;
  /** The places of the images in the list of all images. */
  readonly indices: Uint32Array;
  /** Keras ends the names of the files with one of so many random numbers. */
  readonly names: number;
  /** The random numbers of the image at a position of the batch. */
  readonly random: (position: number) => KerasRandom;
}

/**
 * Saves the images of a batch, if there is a folder for them. The numbers in the names are drawn after those of all transforms, as Keras
 * draws them.
 *
 * @throws {SproutError} `file-unwritable`.
 */
export async function saveSamples(images: FloatImages, options: Saving): Promise<void> {
  const { saveToDir, savePrefix = '', pipeline, indices, names, random } = options;
  if (saveToDir === undefined) return;
  const { dataFormat, compat } = pipeline.options;
  const { stretch } = traitsOf(compat);
  const files = Array.from(
    indices,
    (index, at) => `${savePrefix}_${index}_${random(at).integer(names)}.png`,
  );
  for (const [at, file] of files.entries()) {
    const planes = planesOf(imageAt(images, at), dataFormat);
    const bytes = toBytes(planes, stretch === 'outside' ? 'from-least' : stretch);
    const data = fromPlanes(bytes, 'channels-last', new Uint8Array(bytes.data.length));
    const raster: Raster = { ...planes, data };
    await writeAtomic(join(saveToDir, file), await encodePng(raster));
  }
}
