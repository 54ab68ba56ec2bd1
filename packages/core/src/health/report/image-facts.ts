/** Red, green, blue, 0 to 255. */
export type MeanColour = readonly [red: number, green: number, blue: number];

/** What the health check knows of one image: measured once, so that the pixels need not stay. */
export interface ImageFacts {
  /** The size of the file. */
  readonly bytes: number;
  /** By its content, not by its name: "png", "jpeg", ... */
  readonly format: string;
  /** In pixels, upright. */
  readonly height: number;
  readonly width: number;
  /** EXIF orientation, 1 (stored upright) to 8. */
  readonly orientation: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string;
  /** SHA-256 of size and pixels, hexadecimal: equal for one picture in two containers. */
  readonly pixelHash: string;
  /** 64 bits, 16 hexadecimal digits: pictures that look alike differ in few bits. */
  readonly differenceHash: string;
  /** `[16, 16]`, luminance, 0 to 255. */
  readonly thumbnail: Uint8Array;
  /** Mean luminance, 0 to 255. */
  readonly brightness: number;
  /** Standard deviation of the luminance, 0 to 127.5. */
  readonly contrast: number;
  readonly colour: MeanColour;
  /** The mean of the outermost ring of pixels. */
  readonly borderColour: MeanColour;
  /** The median of what is not leaf-green in the four corners. */
  readonly backgroundColour: MeanColour;
  /** Mean absolute Laplacian of the luminance, 0 to 1020: low for blurred pictures. */
  readonly sharpness: number;
}
