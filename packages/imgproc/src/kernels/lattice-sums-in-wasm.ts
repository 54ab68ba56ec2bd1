import { addressesOf, spaceOf } from '../wasm/parts-of-memory.ts';
import type { PixelKernels } from '../wasm/pixel-kernels.ts';
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
  field: Field,
  { rows, columns, weights }: LatticeSumOptions,
): Float32Array | undefined {
  const taps = weights.length;
  const radius = taps >> 1;
  const extended = (rows.count - 1) * rows.step + taps;
  const stride = 4 * (columns.count + MARGIN);
  const parts = [8 * taps, 4 * extended, stride * field.height, stride * rows.count];
  const line = 12 * ((columns.count - 1) * columns.step + taps);
  const space = spaceOf([...parts, line]);
  return withPixels(bytesOf(field.values), space, ({ kernels, source, free }) => {
    const addresses = addressesOf(free, [...parts, line]) as SumAddresses;
    const [ofWeights, ofRows, narrow, result, ofLine] = addresses;
    const { buffer } = kernels.memory;
    new Float64Array(buffer, ofWeights, taps).set(weights);
    sumRows(kernels, { field, columns, taps, source, ofWeights, ofLine, narrow, stride });
    writeIndices(
      new Int32Array(buffer, ofRows, extended),
      rows.first - radius,
      (at) => narrow + mirrored(at, field.height) * stride,
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

type SumAddresses = [number, number, number, number, number];

interface RowOptions {
  readonly field: Field;
  readonly columns: Lattice;
  readonly taps: number;
  /** The addresses of the field, of the weights, of memory for a line, and of the sums. */
  readonly source: number;
  readonly ofWeights: number;
  readonly ofLine: number;
  readonly narrow: number;
  /** The bytes from one row of sums to the next. */
  readonly stride: number;
}

/** Writes the sums of each row at the columns of the lattice. */
function sumRows(
  kernels: PixelKernels,
  { field, columns, taps, source, ofWeights, ofLine, narrow, stride }: RowOptions,
): void {
  const { height, width, values } = field;
  const length = (columns.count - 1) * columns.step + taps;
  const ofPlaces = ofLine + 8 * length;
  const places = new Int32Array(kernels.memory.buffer, ofPlaces, length);
  writeIndices(places, columns.first - (taps >> 1), (at) => mirrored(at, width));
  const areBytes = Number(values instanceof Int8Array);
  const rowBytes = width * values.BYTES_PER_ELEMENT;
  for (let row = 0; row < height; row++) {
    const target = narrow + row * stride;
    kernels.pickNumbers(source + row * rowBytes, areBytes, ofPlaces, length, ofLine);
    kernels.sumAcross(ofLine, ofWeights, taps, columns.step, columns.count, target);
  }
}

/**
 * The numbers of a field between the points of a lattice, computed in WebAssembly.
 *
 * @param sums A row for each row of the lattice.
 * @returns `undefined` without WebAssembly with vectors.
 */
export function betweenInWasm(
  sums: Float32Array,
  rows: Lattice,
  columns: Lattice,
): Float32Array | undefined {
  const width = columns.side;
  const stride = 4 * width;
  const parts = [
    16,
    32,
    4 * width,
    32 * width,
    stride * rows.count + 4 * MARGIN,
    stride * rows.side + 4 * MARGIN,
  ];
  return withPixels(bytesOf(sums), spaceOf(parts), ({ kernels, source, free }) => {
    const addresses = addressesOf(free, parts) as BetweenAddresses;
    const [ofRows, ofWeights, ofPoints, ofColumns, wide, result] = addresses;
    const { buffer } = kernels.memory;
    const points = new Int32Array(buffer, ofPoints, width);
    for (let column = 0; column < width; column++)
      points[column] = 4 * columns.pointBefore[column]!;
    new Float64Array(buffer, ofColumns, 4 * width).set(columns.weights);
    const rowBytes = 4 * columns.count;
    kernels.betweenColumns(source, rows.count, rowBytes, ofPoints, ofColumns, width, wide);
    const four = new Int32Array(buffer, ofRows, 4);
    const weights = new Float64Array(buffer, ofWeights, 4);
    for (let row = 0; row < rows.side; row++) {
      const first = wide + rows.pointBefore[row]! * stride;
      for (let tap = 0; tap < 4; tap++) {
        four[tap] = first + tap * stride;
        weights[tap] = rows.weights[4 * row + tap]!;
      }
      kernels.sumDown(ofRows, ofWeights, 4, width, result + row * stride);
    }
    return new Float32Array(buffer, result, rows.side * width).slice();
  });
}

type BetweenAddresses = [number, number, number, number, number, number];

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function writeIndices(target: Int32Array, first: number, indexOf: (at: number) => number): void {
  for (let at = 0; at < target.length; at++) target[at] = indexOf(first + at);
}
