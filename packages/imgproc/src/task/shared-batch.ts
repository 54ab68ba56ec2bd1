/** The images of a batch, all of one size, in memory that every thread sees. */
export interface SharedBatch {
  /** `[count, height, width, 3]` */
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/** The bytes of the image at a position. */
export function imageRange(
  { height, width }: SharedBatch,
  position: number,
): [start: number, end: number] {
  const length = height * width * 3;
  return [position * length, (position + 1) * length];
}
