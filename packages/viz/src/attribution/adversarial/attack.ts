/** An attack on the prediction of one image. */
export interface AttackOptions {
  /** `[height, width, channels]`, RGB, 0 to 255. Only read. */
  readonly image: Uint8Array | Float32Array;
  /** The index of the class whose score is to fall: the image's own class. */
  readonly label: number;
  /** The most that a value may change, in steps of a byte; above 0. */
  readonly epsilon: number;
}

/** A changed image. */
export interface Attacked {
  /** 0 to 255; each value at most `epsilon` from the image's. Not rounded. */
  readonly image: Float32Array;
  /** The class that it is predicted as. */
  readonly predicted: number;
}

/** A value within `epsilon` of another, and from 0 to 255. */
export function limited(value: number, around: number, epsilon: number): number {
  const inside = Math.min(Math.max(value, around - epsilon), around + epsilon);
  return Math.min(Math.max(inside, 0), 255);
}
