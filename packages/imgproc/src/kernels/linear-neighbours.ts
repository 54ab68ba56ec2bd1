import { remembered } from './remembered.ts';
import { roundHalfEven } from './round-half-even.ts';

/** The fixed-point weight of 1. */
const ONE = 2048;

/** The two source positions around each target position, `first` and the one after it, and their weights. */
export interface Neighbours {
  /** -1 where it lies before the edge. */
  readonly first: Int32Array;
  readonly firstWeight: Int32Array;
  readonly secondWeight: Int32Array;
}

/** The positions of one axis as OpenCV computes them: in single precision, weights rounded half to even. */
export const neighbours = remembered(linear);

function linear(from: number, to: number): Neighbours {
  const scale = 1 / (to / from);
  const first = new Int32Array(to);
  const firstWeight = new Int32Array(to);
  const secondWeight = new Int32Array(to);
  for (let target = 0; target < to; target++) {
    const position = Math.fround((target + 0.5) * scale - 0.5);
    first[target] = Math.floor(position);
    const fraction = Math.fround(position - first[target]!);
    firstWeight[target] = roundHalfEven(Math.fround(1 - fraction) * ONE);
    secondWeight[target] = roundHalfEven(fraction * ONE);
  }
  return { first, firstWeight, secondWeight };
}

/**
 * The positions of one axis as OpenCV computes them for `INTER_AREA` where an image is not made smaller: a target pixel lies in one
 * source pixel, or has a share of the next one.
 */
export const areaNeighbours = remembered(area);

function area(from: number, to: number): Neighbours {
  const inverse = to / from;
  const scale = 1 / inverse;
  const first = new Int32Array(to);
  const firstWeight = new Int32Array(to);
  const secondWeight = new Int32Array(to);
  for (let target = 0; target < to; target++) {
    const position = Math.floor(target * scale);
    const share = Math.fround(target + 1 - (position + 1) * inverse);
    const fraction = share <= 0 ? 0 : Math.fround(share - Math.floor(share));
    first[target] = position;
    firstWeight[target] = roundHalfEven(Math.fround(1 - fraction) * ONE);
    secondWeight[target] = roundHalfEven(fraction * ONE);
  }
  return { first, firstWeight, secondWeight };
}

/** As `neighbours`; positions beyond an edge have all their weight on the edge, as for columns in OpenCV. */
export const neighboursInside = remembered((from, to) => withinEdges(neighbours(from, to), from));
/** As `areaNeighbours`; positions beyond an edge have all their weight on the edge. */
export const areaNeighboursInside = remembered((from, to) =>
  withinEdges(areaNeighbours(from, to), from),
);

function withinEdges({ first, firstWeight, secondWeight }: Neighbours, from: number): Neighbours {
  const outside = first.map((position) => (position < 0 || position >= from - 1 ? 1 : 0));
  return {
    first: first.map((position) => Math.min(from - 1, Math.max(0, position))),
    firstWeight: firstWeight.map((weight, target) => (outside[target] === 1 ? ONE : weight)),
    secondWeight: secondWeight.map((weight, target) => (outside[target] === 1 ? 0 : weight)),
  };
}
