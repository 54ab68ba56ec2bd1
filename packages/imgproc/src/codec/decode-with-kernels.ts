import type { Raster } from '@sprout/core';
import type { DecodeOptions } from './decode-options.ts';
import type { ImageHeader } from './headers/image-header.ts';
import { decodePlainJpeg } from './jpeg/decode-plain-jpeg.ts';
import { reductionOf } from './reduction-of.ts';

/** Up to this many pixels, about 10 ms of work, a JPEG is decoded whole on this thread. */
const SYNCHRONOUS_PIXELS = 1 << 21;
/** The same for reduced decoding, up to 600 ms of work: it takes half the processor time of libvips. */
const REDUCED_PIXELS = 200e6;

/** Decodes a JPEG file, reduced or whole, on this thread. Returns `undefined` for images that are left to libvips. */
export function decodeWithKernels(
  bytes: Uint8Array,
  header: ImageHeader,
  { reduceTo, use }: Pick<DecodeOptions, 'reduceTo' | 'use'>,
): Raster | undefined {
  const { format, height, width, orientation, oddity } = header;
  if (format !== 'jpeg' || oddity !== undefined) return undefined;
  const reduction = reduceTo === undefined ? 1 : reductionOf(header, reduceTo);
  const most = reduction === 1 ? SYNCHRONOUS_PIXELS : REDUCED_PIXELS;
  if (height * width > most) return undefined;
  return decodePlainJpeg(bytes, { reduction, orientation, use });
}
