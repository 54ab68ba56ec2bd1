/** An image that is being painted: `[height, width, 3]`, RGB, about 0 to 255 before the camera clips it. */
export interface Canvas {
  readonly height: number;
  readonly width: number;
  readonly data: Float32Array;
}

/** Red, green, blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** A black canvas. */
export function blankCanvas(height: number, width: number): Canvas {
  return { height, width, data: new Float32Array(height * width * 3) };
}
