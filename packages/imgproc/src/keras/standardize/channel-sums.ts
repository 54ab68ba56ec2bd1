import type { ChannelOrder } from '../transform/planes.ts';
import { numpySum } from './numpy-sum.ts';

/** Images in one array, as Keras holds them. */
export interface ImageBlock {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** `[count, height, width, channels]`, or `[count, channels, height, width]`. */
  readonly data: Float32Array;
  readonly order: ChannelOrder;
}

/**
 * The sum of the values of each channel in float32, bit for bit as `numpy.sum` computes it: value after value where the channels come last,
 * and plane after plane where they come first.
 */
export function channelSums({ count, channels, data, order }: ImageBlock): Float32Array {
  const sums = new Float32Array(channels);
  if (channels === 1) sums[0] = numpySum(data);
  else if (order === 'channels-last')
    for (let at = 0; at < data.length; at++) sums[at % channels]! += data[at]!; // within the data
  else {
    const size = data.length / (count * channels);
    for (let plane = 0; plane < count * channels; plane++) {
      const values = data.subarray(plane * size, (plane + 1) * size);
      sums[plane % channels] = numpySum(values, sums[plane % channels]);
    }
  }
  return sums;
}
