import { borderIndex } from './border.ts';

/** Random numbers, row by row, in any unit. A field is mirrored beyond its edges. */
export interface Field {
  readonly height: number;
  readonly width: number;
  readonly values: Int8Array | Float32Array;
}

/** Points along one side of a field, at equal distances, from one before the field to one or two after it. */
export interface Lattice {
  /** The number of pixels of the field. */
  readonly side: number;
  /** The place of the first point: minus `step`. */
  readonly first: number;
  readonly step: number;
  readonly count: number;
  /** For each pixel of the field: the first of the four points around it. */
  readonly pointBefore: Int32Array;
  /** For each pixel: the weights of these four points, by cubic convolution (Catmull-Rom). */
  readonly weights: Float64Array;
}

/** Maps an index outside of a side to one inside, mirrored about the ends of the side. */
export function mirrored(at: number, side: number): number {
  return borderIndex(at, side, 'reflect');
}

/** The lattice of a side. */
export function lattice(side: number, step: number): Lattice {
  const pointBefore = new Int32Array(side);
  const weights = new Float64Array(4 * side);
  for (let pixel = 0; pixel < side; pixel++) {
    pointBefore[pixel] = Math.floor(pixel / step);
    weights.set(catmullRom((pixel % step) / step), 4 * pixel);
  }
  const count = Math.floor((side - 1) / step) + 4;
  return { side, first: -step, step, count, pointBefore, weights };
}

/** The weights at a share of the way from the second of four points to the third. */
function catmullRom(share: number): readonly number[] {
  const square = share * share;
  const cube = square * share;
  return [
    (2 * square - share - cube) / 2,
    (3 * cube - 5 * square + 2) / 2,
    (4 * square + share - 3 * cube) / 2,
    (cube - square) / 2,
  ];
}
