import type { ImageFormat } from '@sprout/core';

/** The properties of an image file that can be read without decoding it. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /** As stored, before the orientation is applied. 0 in a damaged header, which `sniff` refuses. */
  readonly height: number;
  readonly width: number;
  /** Bits of one channel; with a palette, bits of the index. */
  readonly bitDepth: number;
  /** As stored, alpha included; an index into a palette is one channel. */
  readonly channels: number;
  /** The EXIF orientation: 1 (upright) to 8. */
  readonly orientation: number;
  /** Whether the pixels are stored as upright RGB of 8 bits and no other part of the file changes them. */
  readonly plain: boolean;
  /** Violations of the format and unusual contents that do not change the pixels, in words. */
  readonly oddity?: string;
}
