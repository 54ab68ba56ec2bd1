import type { Raster } from '@sprout/core';
import type { DecodeOptions } from './decode-options.ts';
import { decodeReduced } from './decode-reduced.ts';
import { decodeWithSharp } from './decode-with-sharp.ts';
import type { ImageHeader } from './headers/image-header.ts';
import { mendJpeg } from './mend-jpeg.ts';
import { reductionOf } from './reduction-of.ts';

/** Decodes a JPEG file that `decodeWithKernels` left, reduced or whole. @throws as `decodeWithSharp`. */
export function decodeJpeg(
  bytes: Uint8Array,
  header: ImageHeader,
  { pixelLimit, reduceTo, source }: DecodeOptions & { readonly pixelLimit: number },
): Promise<Raster> {
  const mended = mendJpeg(bytes);
  const reduction = reduceTo === undefined ? 1 : reductionOf(header, reduceTo);
  if (reduction === 1) return decodeWithSharp(mended, pixelLimit);
  const file = mended === bytes ? source : undefined;
  return decodeReduced(mended, { reduction, pixelLimit, source: file });
}
