/** Red, green, blue, 0 to 255. */
export type MeanColour = readonly [red: number, green: number, blue: number];

/**
 * The facts about one image that the health check uses. They are measured once, so that the pixels need not be kept.
 */
export interface ImageFacts {
  /** The size of the file. */
  readonly bytes: number;
  /** "png", "jpeg", ...: by the content of the file, not by its name. */
  readonly format: string;
  /** In pixels, after the EXIF orientation is applied. */
  readonly height: number;
  readonly width: number;
  /** EXIF orientation, 1 (stored upright) to 8. */
  readonly orientation: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string;
  /** SHA-256 of size and pixels, hexadecimal: equal for the same picture in two lossless formats. */
  readonly pixelHash: string;
  /** A difference hash (dHash) of 64 bits, 16 hexadecimal digits. Similar pictures differ in few bits. */
  readonly differenceHash: string;
  /** `[16, 16]`, luminance, 0 to 255. */
  readonly thumbnail: Uint8Array;
  /** Mean luminance, 0 to 255. */
  readonly brightness: number;
  /** Standard deviation of the luminance, 0 to 127.5. */
  readonly contrast: number;
  readonly colour: MeanColour;
  /** The mean colour of the outermost ring of pixels. */
  readonly borderColour: MeanColour;
  /** The median colour of the pixels in the four corners that are not leaf-green. */
  readonly backgroundColour: MeanColour;
  /** The mean absolute Laplacian of the luminance, 0 to 1020. Low for blurred pictures. */
  readonly sharpness: number;
  /** Violations of the format and unusual contents that do not change the pixels, in words. Left out if there are none. */
  readonly oddity?: string;
}
