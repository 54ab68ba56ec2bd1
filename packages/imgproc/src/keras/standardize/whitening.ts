import { SproutError } from '@sprout/core';
import { type ChannelOrder, fromPlanes, type Planes, toPlanes } from '../transform/planes.ts';
import type { ImageBlock } from './channel-sums.ts';
import { symmetricEigen } from './symmetric-eigen.ts';
import { dot } from './tridiagonalise.ts';

/** The most values of an image for ZCA: 32 x 32 RGB. The matrix has the square of this number of values. */
const LARGEST_WHITENED = 3072;

export interface WhiteningOptions {
  readonly zcaEpsilon: number;
  /** Keras 3 divides by the root of the variance plus epsilon, the versions before by the root of the sum of both. */
  readonly epsilonOutsideRoot: boolean;
}

/**
 * The matrix of ZCA whitening: for centred images with the covariance `C`, `(C + epsilon)^(-1/2)`.
 *
 * @throws {SproutError} `option-invalid` for images of more than 3,072 values.
 */
export function whiteningMatrix(images: ImageBlock, options: WhiteningOptions): Float32Array {
  const { count, data } = images;
  const size = data.length / count;
  checkFeasible(images, size);
  // The eigenvectors of the smaller of the two matrices of products.
  const isWide = size > count;
  const side = isWide ? count : size;
  const { values, vectors } = symmetricEigen(products(data, { count, size, isWide }), side);
  const directions = isWide ? fromImages(vectors, values, { data, count, size }) : vectors;
  return assembled(directions, values, { ...options, count, size, side });
}

function checkFeasible({ height, width, channels }: ImageBlock, size: number): void {
  if (size <= LARGEST_WHITENED) return;
  const gigabytes = ((4 * size * size) / 1e9).toFixed(1);
  throw new SproutError('option-invalid', {
    option: 'zcaWhitening',
    value: `true for images of ${height} x ${width} x ${channels}, whose matrix would take ${gigabytes} GB`,
    rule: `used with images of at most ${LARGEST_WHITENED} values, such as 32 x 32 x 3`,
  });
}

interface Sizes {
  readonly count: number;
  readonly size: number;
}

/** The products of all pairs of images, or of all pairs of positions. */
function products(
  data: Float32Array,
  { count, size, isWide }: Sizes & { readonly isWide: boolean },
): Float64Array {
  const [side, length] = isWide ? [count, size] : [size, count];
  const lines = Array.from(
    { length: side },
    (_, line) =>
      Float64Array.from(
        { length },
        (__, at) => data[isWide ? line * size + at : at * size + line]!,
      ), // within the images
  );
  const result = new Float64Array(side * side);
  lines.forEach((line, i) => {
    for (let j = 0; j <= i; j++) {
      const total = dot(line, lines[j]!); // j is at most i
      result[i * side + j] = total;
      result[j * side + i] = total;
    }
  });
  return result;
}

/** The directions in the space of positions, from those in the space of images: one a row, zero where there is no variance. */
function fromImages(
  vectors: Float64Array,
  values: Float64Array,
  { data, count, size }: Sizes & { readonly data: Float32Array },
): Float64Array {
  const result = new Float64Array(count * size);
  const least = 1e-12 * values.reduce((most, value) => Math.max(most, value), 0);
  values.forEach((value, at) => {
    if (value <= least) return;
    const row = result.subarray(at * size, (at + 1) * size);
    for (let image = 0; image < count; image++) {
      const share = vectors[at * count + image]! / Math.sqrt(value); // a square matrix of count rows
      for (let place = 0; place < size; place++) row[place]! += share * data[image * size + place]!; // size values a row
    }
  });
  return result;
}

interface Assembly extends Sizes, WhiteningOptions {
  readonly side: number;
}

/** The sum over the directions of their outer product with themselves, each times its gain. */
function assembled(
  directions: Float64Array,
  values: Float64Array,
  { count, size, side, zcaEpsilon, epsilonOutsideRoot }: Assembly,
): Float32Array {
  const gain = (value: number): number =>
    epsilonOutsideRoot
      ? Math.sqrt(count) / (Math.sqrt(value) + zcaEpsilon)
      : 1 / Math.sqrt(value / count + zcaEpsilon);
  // Directions without variance are outside the sum of Keras 3, and have the largest gain before.
  const rest = epsilonOutsideRoot || side === size ? 0 : gain(0);
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) result[i * size + i] = rest;
  for (let at = 0; at < side; at++) {
    const direction = directions.subarray(at * size, (at + 1) * size);
    const factor = gain(Math.max(0, values[at]!)) - rest; // side values
    for (let i = 0; i < size; i++) {
      const share = factor * direction[i]!; // size values
      if (share === 0) continue;
      for (let j = 0; j < size; j++) result[i * size + j]! += share * direction[j]!; // size values
    }
  }
  return Float32Array.from(result);
}

/** The values of an image in the given order, times the matrix. */
export function whitened(planes: Planes, matrix: Float32Array, order: ChannelOrder): Planes {
  const values = fromPlanes(planes, order);
  const result = new Float64Array(values.length);
  values.forEach((value, row) => {
    for (let at = 0; at < values.length; at++)
      result[at]! += value * matrix[row * values.length + at]!; // a square matrix
  });
  return toPlanes(result, { ...planes, order });
}
