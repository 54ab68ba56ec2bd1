import type { Raster } from '@sprout/core';
import { decode } from '../codec/decode.ts';
import { readImageFile } from '../codec/read-image-file.ts';
import { luminance } from '../kernels/luminance.ts';
import { type PilFilter, resizePil } from '../kernels/resize-pil.ts';
import { type ChannelOrder, type Planes, toPlanes } from './transform/planes.ts';

export interface LoadOptions {
  /** Height and width. @default [256, 256] */
  readonly targetSize?: readonly [height: number, width: number];
  /** @default rgb */
  readonly colorMode?: 'rgb' | 'grayscale';
  /** How images are resized: a filter of Pillow. @default nearest */
  readonly interpolation?: PilFilter;
}

/**
 * Loads an image as `load_img` of Keras does, except that an EXIF orientation is applied and that greyscale images of 16 bits become bytes.
 *
 * @throws {SproutError} `image-unreadable`, and the errors of `decode`.
 */
export async function loadSample(
  file: string,
  { targetSize: [height, width], colorMode, interpolation }: Required<LoadOptions>,
  order: ChannelOrder,
): Promise<Planes> {
  const decoded = await decode(
    readImageFile(file, (size) => new Uint8Array(size)),
    file,
  );
  const image = colorMode === 'grayscale' ? greyscale(decoded) : decoded;
  const { data, ...shape } = resizePil(image, { height, width, filter: interpolation });
  return { ...toPlanes(data, { ...shape, order: 'channels-last' }), order };
}

/** The image in Pillow's mode `L`. */
function greyscale({ height, width, data }: Raster): Raster {
  const grey = Uint8Array.from(
    { length: height * width },
    (_, at) => luminance(data[3 * at]!, data[3 * at + 1]!, data[3 * at + 2]!), // decode returns RGB
  );
  return { height, width, channels: 1, data: grey };
}
