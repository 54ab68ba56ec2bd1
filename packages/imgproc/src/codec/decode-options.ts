import type { Raster } from '@sprout/core';

export interface DecodeOptions {
  /** A file whose header claims more pixels is refused before it is decoded. 268,402,689 by default. */
  readonly pixelLimit?: number | undefined;
  /**
   * JPEGs are decoded at 1/2, 1/4 or 1/8 of their size: the smallest that has both sides at least twice as long as these. The
   * default is the whole size.
   */
  readonly reduceTo?: { readonly height: number; readonly width: number } | undefined;
  /** The path of a file that holds the bytes. With it a reduced decoding need not write them to a temporary file. */
  readonly source?: string | undefined;
  /**
   * Makes the result from the decoded image. The pixels may lie in memory that changes afterwards, so the function must not keep them;
   * it may return the image itself, as the default does.
   */
  readonly use?: ((image: Raster) => Raster) | undefined;
}
