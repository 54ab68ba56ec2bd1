/** One channel of an image: `[height, width]`, 0 to 255. */
export interface Plane {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
}
