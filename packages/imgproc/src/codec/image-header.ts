/** The formats that can be decoded. */
export type ImageFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff';

/** What the first bytes of an image file say about it, before any decoder sees it. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /** As stored: before the EXIF orientation is applied. */
  readonly height: number;
  readonly width: number;
  /** Bits a channel (a palette index for palettes). */
  readonly bitDepth: number;
  /** Channels as stored, alpha included; a palette counts as one. */
  readonly channels: number;
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
  /** Three channels of 8 bits and nothing beside the pixels that could change them. */
  readonly plain8BitRgb: boolean;
}
