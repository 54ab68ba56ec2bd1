import type { MapSize } from './class-activation-maps.ts';

/** The sum of the channels of a layer's output, `[positions, channels]`, each times its weight. */
export function weightedSum(
  output: Float32Array,
  weights: ArrayLike<number>,
  { positions, channels }: MapSize,
): Float32Array {
  return Float32Array.from({ length: positions }, (_, position) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += output[position * channels + channel]! * weights[channel]!;
    return sum;
  });
}
