import { BORDER_NUMBERS } from '../../kernels/border.ts';
import type { PullMatrix } from '../../kernels/pull-matrix.ts';
import { addressesOf, spaceOf } from '../../wasm/parts-of-memory.ts';
import type { PixelKernels } from '../../wasm/pixel-kernels.ts';
import { withPixels } from '../../wasm/with-pixels.ts';
import type { Planes } from './planes.ts';
import type { ResampleOptions } from './resample-options.ts';
import { paddingOf } from './spline-coefficients.ts';
import { MIRROR, REFLECT } from './spline-ends.ts';
import { gainOf, isReflected, POLES } from './spline-filter.ts';

/** Bytes of the fields of the class `Splines` of the kernels, of a matrix, and of the numbers of a filter. */
const PARAMETERS = [40, 48, 32];
/** An address of PARAMETERS each, that of the result, and those of the two planes of `filterSplines`. */
type Addresses = readonly [number, number, number, number, number, number];

/** What `resampleSplines` reads: its address, its padding, and the bytes from a row, column and plane to the next. */
interface Source {
  readonly address: number;
  readonly padding: number;
  readonly steps: readonly [row: number, column: number, plane: number];
}

/**
 * The planes of `resample`, computed in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function resampleInWasm(
  source: Planes,
  matrix: PullMatrix,
  options: ResampleOptions,
): Float32Array | undefined {
  const { height, width, channels, data } = source;
  const { order, fillMode, cval } = options;
  const padding = order < 2 ? 0 : paddingOf(fillMode);
  const [rows, columns] = [height + 2 * padding, width + 2 * padding];
  const filtered = order < 2 ? [0, 0] : [8 * rows * even(columns), 8 * columns * even(rows)];
  const parts = [...PARAMETERS, data.byteLength, filtered[0]!, filtered[1]! * channels]; // there are two
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return withPixels(bytes, spaceOf(parts), ({ kernels, source: planes, free }) => {
    const addresses = addressesOf(free, parts) as unknown as Addresses; // one of each part
    const [fields, numbers, , target, , coefficients] = addresses;
    let from: Source = { address: planes, padding, steps: [4 * width, 4, 4 * height * width] };
    if (order > 1) {
      filter(kernels, source, { order: order as 2 | 3, fillMode, padding, planes, addresses });
      const step = 8 * even(rows);
      from = { address: coefficients, padding, steps: [8, step, step * columns] };
    }
    const { buffer } = kernels.memory;
    new Int32Array(buffer, fields, 10).set(fieldsOf(source, from, options));
    new Float64Array(buffer, numbers, 6).set(numbersOf(matrix));
    kernels.resampleSplines(fields, numbers, cval, target);
    return new Float32Array(buffer, target, data.length).slice();
  });
}

/** The fields of the class `Splines` of the kernels. */
function fieldsOf(
  { height, width, channels }: Planes,
  { address, padding, steps }: Source,
  { order, fillMode }: ResampleOptions,
): number[] {
  const size = [height + 2 * padding, width + 2 * padding];
  return [address, ...size, channels, ...steps, order, BORDER_NUMBERS[fillMode], padding];
}

function numbersOf(matrix: PullMatrix): number[] {
  const { rowByRow, rowByColumn, rowOffset, columnByRow, columnByColumn, columnOffset } = matrix;
  return [rowByRow, rowByColumn, rowOffset, columnByRow, columnByColumn, columnOffset];
}

interface FilterOptions {
  readonly order: 2 | 3;
  readonly fillMode: ResampleOptions['fillMode'];
  readonly padding: number;
  /** The address of the planes. */
  readonly planes: number;
  readonly addresses: Addresses;
}

/** Writes the coefficients of all planes. */
function filter(
  kernels: PixelKernels,
  { height, width, channels }: Planes,
  { order, fillMode, padding, planes, addresses }: FilterOptions,
): void {
  const [, , numbers, , plane, target] = addresses;
  const pole = POLES[order];
  const reflected = isReflected(fillMode);
  const { end } = reflected ? REFLECT : MIRROR;
  const [rows, columns] = [height + 2 * padding, width + 2 * padding];
  const filterNumbers = [pole, gainOf(pole), end(columns, pole), end(rows, pole)];
  new Float64Array(kernels.memory.buffer, numbers, 4).set(filterNumbers);
  for (let channel = 0; channel < channels; channel++) {
    kernels.filterSplines(
      planes + 4 * height * width * channel,
      height,
      width,
      padding,
      numbers,
      Number(reflected),
      plane,
      target + 8 * columns * even(rows) * channel,
    );
  }
}

function even(length: number): number {
  return length + (length % 2);
}
