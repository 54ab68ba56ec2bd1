import type { Raster } from '@sprout/core';
import { decodeWithSharp } from './decode-with-sharp.ts';
import type { Reduction } from './jpeg/reduction.ts';
import { roundJpegSize } from './round-jpeg-size.ts';
import { withFilePath } from './with-file-path.ts';
import { withScratchFile } from './with-scratch-file.ts';

export interface DecodeReducedOptions {
  readonly reduction: Reduction;
  readonly pixelLimit: number;
  /** A file that holds the bytes. Without it, or where its path cannot be used, they are written to a file. */
  readonly source?: string | undefined;
}

/**
 * Decodes a JPEG file at 1/2, 1/4 or 1/8 of its size, as `cv2.imread` does with `IMREAD_REDUCED_COLOR_2`, `_4` and `_8`. A side is
 * rounded up to whole pixels.
 *
 * The resize of sharp resamples after the reduction of libjpeg. Therefore libvips gets the reduction as an option after the name of
 * a file.
 *
 * @throws As `decodeWithSharp`; `file-unwritable` as `withScratchFile`.
 */
export async function decodeReduced(
  bytes: Uint8Array,
  { reduction, pixelLimit, source }: DecodeReducedOptions,
): Promise<Raster> {
  const read = (path: string): Promise<Raster> =>
    decodeWithSharp(`${path}[shrink=${reduction},revalidate]`, pixelLimit);
  const rounded = roundJpegSize(bytes, reduction); // libvips would cut off the last pixels of other sizes
  const decoded =
    source !== undefined && rounded === bytes
      ? await withFilePath({ file: source, size: bytes.length }, read)
      : undefined;
  return decoded ?? withScratchFile(rounded, read);
}
