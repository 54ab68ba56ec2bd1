import { addressesOf, spaceOf } from '../wasm/parts-of-memory.ts';
import { withPixels } from '../wasm/with-pixels.ts';
import { type Field, type Lattice, mirrored } from './lattice.ts';

export interface LatticeSumOptions {
  readonly rows: Lattice;
  readonly columns: Lattice;
  /** An odd number of weights. */
  readonly weights: Float64Array;
}

/** The kernels may read and write this many numbers after a row. */
const MARGIN = 8;

/**
 * The weighted sums of a field at the points of a lattice, computed in WebAssembly.
 *
 * @returns A row for each row of the lattice. `undefined` without WebAssembly with vectors.
 */
export function latticeSumsInWasm(
  { height, width, values }: Field,
  { rows, columns, weights }: LatticeSumOptions,
): Float32Array | undefined {
  const taps = weights.length;
  const radius = taps >> 1;
  const padded = (columns.count - 1) * columns.step + taps;
  const extended = (rows.count - 1) * rows.step + taps;
  const stride = 4 * (columns.count + MARGIN);
  const parts = [8 * taps, 8 * padded, 4 * extended, stride * height, stride * rows.count];
  const bytes = new Uint8Array(0);
  return withPixels(bytes, spaceOf(parts), ({ kernels, free }) => {
    const [ofWeights, ofLine, ofRows, narrow, result] = addressesOf(free, parts) as Addresses;
    const { buffer } = kernels.memory;
    new Float64Array(buffer, ofWeights, taps).set(weights);
    const line = new Float64Array(buffer, ofLine, padded);
    const places = indices(padded, columns.first - radius, (at) => mirrored(at, width));
    for (let row = 0; row < height; row++) {
      const start = row * width;
      for (let at = 0; at < padded; at++) line[at] = values[start + places[at]!]!;
      const target = narrow + row * stride;
      kernels.sumAcross(ofLine, ofWeights, taps, columns.step, columns.count, target);
    }
    new Int32Array(buffer, ofRows, extended).set(
      indices(extended, rows.first - radius, (at) => narrow + mirrored(at, height) * stride),
    );
    const sums = new Float32Array(rows.count * columns.count);
    for (let point = 0; point < rows.count; point++) {
      const target = result + point * stride;
      kernels.sumDown(ofRows + 4 * point * rows.step, ofWeights, taps, columns.count, target);
      sums.set(new Float32Array(buffer, target, columns.count), point * columns.count);
    }
    return sums;
  });
}

/**
 * The rows of a field between those of a lattice, computed in WebAssembly.
 *
 * @param wide The rows of the lattice, of `width` numbers.
 * @returns `undefined` without WebAssembly with vectors.
 */
export function betweenRowsInWasm(
  wide: Float32Array,
  { side, pointBefore, weights }: Lattice,
  width: number,
): Float32Array | undefined {
  const bytes = new Uint8Array(wide.buffer);
  const stride = 4 * width;
  const parts = [16, 32, stride * side + 4 * MARGIN];
  return withPixels(bytes, spaceOf(parts), ({ kernels, source, free }) => {
    const [ofRows, ofWeights, result] = addressesOf(free, parts) as [number, number, number];
    const { buffer } = kernels.memory;
    const addresses = new Int32Array(buffer, ofRows, 4);
    const four = new Float64Array(buffer, ofWeights, 4);
    for (let row = 0; row < side; row++) {
      const first = source + pointBefore[row]! * stride;
      for (let tap = 0; tap < 4; tap++) {
        addresses[tap] = first + tap * stride;
        four[tap] = weights[4 * row + tap]!;
      }
      kernels.sumDown(ofRows, ofWeights, 4, width, result + row * stride);
    }
    return new Float32Array(buffer, result, side * width).slice();
  });
}

type Addresses = [number, number, number, number, number];

function indices(length: number, first: number, indexOf: (at: number) => number): Int32Array {
  const result = new Int32Array(length);
  for (let at = 0; at < length; at++) result[at] = indexOf(first + at);
  return result;
}
