/** One decoded image: `[height, width, channels]`, row by row, channels interleaved (RGB), 0 to 255. */
export interface Raster {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Uint8Array;
}
