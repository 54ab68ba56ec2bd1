import { type Field, lattice, type Lattice, mirrored } from './lattice.ts';
import {
  betweenInWasm,
  type LatticeSumOptions,
  latticeSumsInWasm,
} from './lattice-sums-in-wasm.ts';

/** The points of the lattice in a standard deviation. */
const DENSITY = 3;

/**
 * Smooths a field with a Gaussian, mirrored beyond its edges: `cv2.GaussianBlur` of floats with `BORDER_REFLECT` to three thousandths of the largest result.
 *
 * The sums are computed on a lattice with `DENSITY` points in a standard deviation, and the numbers between the points by cubic convolution.
 * The time therefore does not grow with `sigma`.
 *
 * @param sigma The standard deviation, in pixels.
 * @returns A new field in the same unit.
 */
export function smoothField(field: Field, sigma: number): Float32Array {
  const { height, width } = field;
  const weights = gaussian(sigma);
  const step = Math.max(1, Math.floor(sigma / DENSITY));
  const columns = lattice(width, step);
  const rows = lattice(height, step);
  const options = { rows, columns, weights };
  const sums = latticeSumsInWasm(field, options) ?? latticeSums(field, options);
  if (step === 1) return inside(sums, rows, columns);
  return betweenInWasm(sums, rows, columns) ?? between(sums, rows, columns);
}

/** As `latticeSumsInWasm`, without WebAssembly. */
export function latticeSums(
  field: Field,
  { rows, columns, weights }: LatticeSumOptions,
): Float32Array {
  const narrow = sumsAcross(field, columns, weights);
  return sumsDown({ height: field.height, width: columns.count, values: narrow }, rows, weights);
}

/** The weights of OpenCV: those of all whole distances up to four standard deviations. */
function gaussian(sigma: number): Float64Array {
  const count = Math.round(sigma * 8 + 1) | 1;
  const radius = count >> 1;
  const weights = Float64Array.from({ length: count }, (_, at) =>
    Math.exp(-((at - radius) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The weighted sums of each row, at the columns of the lattice. */
function sumsAcross(
  { height, width, values }: Field,
  { first, step, count }: Lattice,
  weights: Float64Array,
): Float32Array {
  const radius = weights.length >> 1;
  const before = radius - first;
  const needed = (count - 1) * step + weights.length;
  const padded = new Float64Array(Math.max(before + width, needed));
  const result = new Float32Array(height * count);
  for (let row = 0, to = 0; row < height; row++) {
    const line = values.subarray(row * width, (row + 1) * width);
    padded.set(line, before);
    for (let at = -before; at < 0; at++) padded[before + at] = line[mirrored(at, width)]!;
    for (let at = width; at < padded.length - before; at++) {
      padded[before + at] = line[mirrored(at, width)]!;
    }
    for (let point = 0; point < count; point++, to++) {
      const start = point * step;
      result[to] = dot(weights, padded, start);
    }
  }
  return result;
}

/** The sum of products, as four independent sums, which the processor computes at once. */
function dot(weights: Float64Array, values: Float64Array, start: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const end = weights.length - (weights.length % 4);
  for (let tap = 0; tap < end; tap += 4) {
    first += weights[tap]! * values[start + tap]!;
    second += weights[tap + 1]! * values[start + tap + 1]!;
    third += weights[tap + 2]! * values[start + tap + 2]!;
    fourth += weights[tap + 3]! * values[start + tap + 3]!;
  }
  for (let tap = end; tap < weights.length; tap++) first += weights[tap]! * values[start + tap]!;
  return first + second + (third + fourth);
}

/** The weighted sums of each column, at the rows of the lattice. */
function sumsDown(
  { height, width, values }: Field,
  { first, step, count }: Lattice,
  weights: Float64Array,
): Float32Array {
  const radius = weights.length >> 1;
  const result = new Float32Array(count * width);
  const sums = new Float64Array(width);
  for (let point = 0; point < count; point++) {
    sums.fill(0);
    for (let tap = 0; tap < weights.length; tap++) {
      const row = mirrored(first + point * step + tap - radius, height);
      const weight = weights[tap]!;
      const start = row * width;
      for (let column = 0; column < width; column++) {
        sums[column] = sums[column]! + weight * values[start + column]!;
      }
    }
    result.set(sums, point * width);
  }
  return result;
}

/** The lattice without its points outside the field, where each pixel is a point. */
function inside(sums: Float32Array, rows: Lattice, columns: Lattice): Float32Array {
  const result = new Float32Array(rows.side * columns.side);
  for (let row = 0; row < rows.side; row++) {
    const start = (row - rows.first) * columns.count - columns.first;
    result.set(sums.subarray(start, start + columns.side), row * columns.side);
  }
  return result;
}

/** As `betweenInWasm`, without WebAssembly. */
export function between(sums: Float32Array, rows: Lattice, columns: Lattice): Float32Array {
  const wide = new Float32Array(rows.count * columns.side);
  betweenColumns(sums, columns, { target: wide, count: rows.count });
  return betweenRows(wide, rows, columns.side);
}

/** The pixels between the points of each row of the lattice. */
function betweenColumns(
  sums: Float32Array,
  { side, count, pointBefore, weights }: Lattice,
  rows: { readonly target: Float32Array; readonly count: number },
): void {
  for (let column = 0; column < side; column++) {
    const [first, second, third, fourth] = weights.subarray(4 * column, 4 * column + 4);
    let at = pointBefore[column]!;
    for (let row = 0, to = column; row < rows.count; row++, at += count, to += side) {
      rows.target[to] =
        first! * sums[at]! +
        second! * sums[at + 1]! +
        third! * sums[at + 2]! +
        fourth! * sums[at + 3]!;
    }
  }
}

/** The pixels between the rows of the lattice. */
function betweenRows(wide: Float32Array, rows: Lattice, width: number): Float32Array {
  const result = new Float32Array(rows.side * width);
  for (let row = 0, to = 0; row < rows.side; row++) {
    const at = rows.pointBefore[row]! * width;
    const [first, second, third, fourth] = rows.weights.subarray(4 * row, 4 * row + 4);
    for (let column = at; column < at + width; column++, to++) {
      result[to] =
        first! * wide[column]! +
        second! * wide[column + width]! +
        third! * wide[column + 2 * width]! +
        fourth! * wide[column + 3 * width]!;
    }
  }
  return result;
}
