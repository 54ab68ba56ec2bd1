import type { Raster } from '@sprout/core';
import type { DecodeOptions } from './decode-options.ts';
import { decodeReduced } from './decode-reduced.ts';
import { decodeWithSharp } from './decode-with-sharp.ts';
import type { ImageHeader } from './headers/image-header.ts';
import { decodePlainJpeg } from './jpeg/decode-plain-jpeg.ts';
import { mendJpeg } from './mend-jpeg.ts';
import { reductionOf } from './reduction-of.ts';

/** Up to this many pixels, about 10 ms of work, a JPEG is decoded whole on this thread. */
const SYNCHRONOUS_PIXELS = 1 << 21;
/** The same for reduced decoding, up to 600 ms of work: it takes half the processor time of libvips. */
const REDUCED_PIXELS = 200e6;

/** Decodes a JPEG file: reduced or whole, by the kernels of this package or by libvips. @throws as `decodeWithSharp`. */
export async function decodeJpeg(
  bytes: Uint8Array,
  header: ImageHeader,
  { pixelLimit, reduceTo, source }: DecodeOptions & { readonly pixelLimit: number },
): Promise<Raster> {
  const { height, width, orientation, oddity } = header;
  const reduction = reduceTo === undefined ? 1 : reductionOf(header, reduceTo);
  const most = reduction === 1 ? SYNCHRONOUS_PIXELS : REDUCED_PIXELS;
  if (height * width <= most && oddity === undefined) {
    const raster = decodePlainJpeg(bytes, { reduction, orientation });
    if (raster !== undefined) return raster;
  }
  const mended = mendJpeg(bytes);
  if (reduction === 1) return decodeWithSharp(mended, pixelLimit);
  const file = mended === bytes ? source : undefined;
  return decodeReduced(mended, { reduction, pixelLimit, source: file });
}
