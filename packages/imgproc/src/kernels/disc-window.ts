import type { ConvolutionWindow } from './convolve.ts';
import { mirroredIndex } from './mirrored-index.ts';

/** The window reaches at least this far. */
const LEAST_RADIUS = 8;

/**
 * A disc whose edge is softened by a Gaussian, as `Defocus` of albumentations 2.0.8 makes it: from a radius of 7 on the soft edge reaches
 * that of the window, and the weights have a sum of slightly more than 1.
 *
 * @param softness The deviation of the Gaussian, above 0.
 */
export function discWindow(radius: number, softness: number): ConvolutionWindow {
  const reach = Math.max(LEAST_RADIUS, radius);
  const size = 2 * reach + 1;
  const isInside = (row: number, column: number) =>
    (row - reach) ** 2 + (column - reach) ** 2 <= radius ** 2;
  const disc = Float64Array.from({ length: size * size }, (_, at) =>
    isInside(Math.floor(at / size), at % size) ? 1 : 0,
  );
  const count = disc.reduce((sum, value) => sum + value, 0);
  const curve = gaussian(radius <= LEAST_RADIUS ? 1 : 2, softness);
  const rows = soften(disc, size, curve);
  const both = transposed(soften(transposed(rows, size), size, curve), size);
  return { size, weights: both.map((value) => value / count) };
}

/** The weights of a Gaussian from -`radius` to `radius`. */
function gaussian(radius: number, deviation: number): number[] {
  const curve = Array.from({ length: 2 * radius + 1 }, (_, at) =>
    Math.exp(-0.5 * ((at - radius) / deviation) ** 2),
  );
  const sum = curve.reduce((total, value) => total + value, 0);
  return curve.map((value) => value / sum);
}

function soften(values: Float64Array, size: number, curve: readonly number[]): Float64Array {
  const radius = curve.length >> 1;
  return values.map((_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    return curve.reduce(
      (sum, weight, tap) =>
        sum + weight * values[row * size + mirroredIndex(column + tap - radius, size)]!,
      0,
    );
  });
}

function transposed(values: Float64Array, size: number): Float64Array {
  return values.map((_, at) => values[(at % size) * size + Math.floor(at / size)]!);
}
