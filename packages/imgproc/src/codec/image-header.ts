/** The formats that are decoded. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff';

/** What an image file says of itself before any decoder sees it. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /** As stored, before the orientation is applied. At least 1. */
  readonly height: number;
  readonly width: number;
  /** Bits a channel; of the index where there is a palette. */
  readonly bitDepth: number;
  /** As stored, with alpha; a palette's index is one channel. */
  readonly channels: number;
  /** EXIF orientation: 1, upright, to 8. */
  readonly orientation: number;
  /** Whether the pixels are stored as upright RGB of 8 bits, and nothing beside them could change them. */
  readonly plain: boolean;
}
