import { type ChannelOrder, fromPlanes, type Planes } from '../transform/planes.ts';
import { numpySum } from './numpy-sum.ts';
import type { KerasStatistics } from './statistics.ts';
import { whitened } from './whitening.ts';

const { fround } = Math;

/** The options of Keras for the values of an image. */
interface StandardizeOptions {
  readonly rescale: number | null;
  readonly samplewiseCenter: boolean;
  readonly samplewiseStdNormalization: boolean;
  readonly featurewiseCenter: boolean;
  readonly featurewiseStdNormalization: boolean;
  readonly zcaWhitening: boolean;
  /** Added to standard deviations. */
  readonly epsilon: number;
  /** The order in which whitening takes the values. */
  readonly dataFormat: ChannelOrder;
}

/**
 * Rescales an image, then centres and normalises it by its own statistics and by those of `fit`, in float32 with the
 * rounding of NumPy: `standardize` of Keras. Steps whose statistics are missing are left out.
 *
 * @returns The planes, changed in place; only whitening returns new ones.
 */
export function standardize(
  planes: Planes,
  options: StandardizeOptions,
  { mean, deviation, whitening }: KerasStatistics,
): Planes {
  const { data, height, width } = planes;
  const size = height * width;
  const epsilon = fround(options.epsilon);
  if (options.rescale !== null && options.rescale !== 0) scale(data, options.rescale);
  if (options.samplewiseCenter) subtract(data, ownMean(planes));
  if (options.samplewiseStdNormalization) divide(data, fround(ownDeviation(planes) + epsilon));
  if (options.featurewiseCenter && mean !== null)
    mean.forEach((value, channel) => subtract(plane(data, channel, size), value));
  if (options.featurewiseStdNormalization && deviation !== null)
    deviation.forEach((value, channel) =>
      divide(plane(data, channel, size), fround(value + epsilon)),
    );
  return options.zcaWhitening && whitening !== null
    ? whitened(planes, whitening, options.dataFormat)
    : planes;
}

/** Multiplies values in place, in float32. */
export function scale(data: Float32Array, factor: number): void {
  const rounded = fround(factor);
  for (let at = 0; at < data.length; at++) data[at]! *= rounded; // within the data
}

function subtract(data: Float32Array, value: number): void {
  for (let at = 0; at < data.length; at++) data[at]! -= value; // within the data
}

function divide(data: Float32Array, value: number): void {
  for (let at = 0; at < data.length; at++) data[at]! /= value; // within the data
}

function plane(data: Float32Array, channel: number, size: number): Float32Array {
  return data.subarray(channel * size, (channel + 1) * size);
}

function ownMean(planes: Planes): number {
  return fround(numpySum(fromPlanes(planes, planes.order)) / planes.data.length);
}

function ownDeviation(planes: Planes): number {
  const values = fromPlanes(planes, planes.order);
  subtract(values, fround(numpySum(values) / values.length));
  const squares = values.map((value) => value * value);
  return fround(Math.sqrt(fround(numpySum(squares) / values.length)));
}
