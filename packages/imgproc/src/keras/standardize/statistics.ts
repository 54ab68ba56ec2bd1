import { SproutError } from '@sprout/core';
import { channelSums, type ImageBlock } from './channel-sums.ts';
import { whiteningMatrix, type WhiteningOptions } from './whitening.ts';

const { fround } = Math;

/** The statistics that `fit` computes: one number a channel, and the matrix of ZCA. Each is `null` before, and if no option needs it. */
export interface KerasStatistics {
  readonly mean: Float32Array | null;
  readonly deviation: Float32Array | null;
  /** The rows of a square matrix; its side is the number of values of an image. */
  readonly whitening: Float32Array | null;
}

/** The statistics before `fit`. */
export const NOT_FITTED: KerasStatistics = { mean: null, deviation: null, whitening: null };

interface StatisticsOptions extends WhiteningOptions {
  readonly featurewiseCenter: boolean;
  readonly featurewiseStdNormalization: boolean;
  readonly zcaWhitening: boolean;
  /** Added to standard deviations. */
  readonly epsilon: number;
}

/**
 * Learns the statistics of images, in float32 with the rounding of NumPy: `fit` of Keras. The matrix of ZCA differs from that
 * of LAPACK in its last bits.
 *
 * @param images Changed in place: centred and normalised.
 */
export function statisticsOf(images: ImageBlock, options: StatisticsOptions): KerasStatistics {
  if (images.data.length === 0) {
    throw new SproutError('option-invalid', {
      option: 'images',
      value: 'none',
      rule: 'at least one image',
    });
  }
  const mean = options.featurewiseCenter ? means(images) : null;
  if (mean !== null) forEachChannel(images, (value, channel) => value - mean[channel]!); // one for each channel
  const deviation = options.featurewiseStdNormalization ? deviations(images) : null;
  if (deviation !== null) {
    const divisors = deviation.map((value) => value + fround(options.epsilon));
    forEachChannel(images, (value, channel) => value / divisors[channel]!); // one for each channel
  }
  const whitening = options.zcaWhitening ? whiteningMatrix(images, options) : null;
  return { mean, deviation, whitening };
}

function means(images: ImageBlock): Float32Array {
  const values = images.data.length / images.channels;
  return channelSums(images).map((sum) => sum / values);
}

function deviations(images: ImageBlock): Float32Array {
  const mean = means(images);
  const squares = { ...images, data: images.data.slice() };
  forEachChannel(squares, (value, channel) => fround(value - mean[channel]!) ** 2); // one for each channel
  return means(squares).map(Math.sqrt);
}

function forEachChannel(
  { channels, height, width, data, order }: ImageBlock,
  change: (value: number, channel: number) => number,
): void {
  const size = height * width;
  const isLast = order === 'channels-last';
  for (let at = 0; at < data.length; at++) {
    const channel = isLast ? at % channels : Math.trunc(at / size) % channels;
    data[at] = change(data[at]!, channel); // within the data
  }
}
