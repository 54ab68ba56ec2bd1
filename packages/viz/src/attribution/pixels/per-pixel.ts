/** Combines the channels of each pixel: `[pixels, channels]` to `[pixels]`. */
export function perPixel(
  numbers: ArrayLike<number>,
  channels: number,
  combine: (before: number, value: number) => number,
): Float32Array {
  return Float32Array.from({ length: numbers.length / channels }, (_, pixel) => {
    let result = 0;
    for (let at = pixel * channels; at < (pixel + 1) * channels; at++)
      result = combine(result, numbers[at]!);
    return result;
  });
}

/** The sum of two numbers, for `perPixel`. */
export const sum = (before: number, value: number): number => before + value;

/** The larger magnitude, for `perPixel`. */
export const largestMagnitude = (before: number, value: number): number =>
  Math.max(before, Math.abs(value));
