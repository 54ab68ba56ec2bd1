/** `[count, height, width, channels]` of images. */
export interface ImagesShape {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}
