import type { Window } from '../src/graph/emit/window.ts';
import {
  convolution,
  type ConvolutionShapes,
  gradientOfFilters,
  gradientOfImage,
} from './convolution.ts';

/** The shapes of a depthwise convolution with one filter for each channel. */
export interface DepthwiseShapes {
  readonly image: readonly [number, number, number, number];
  readonly window: Window;
}

type Numbers = ArrayLike<number>;

/** A depthwise convolution by its definition: each channel is convolved by itself. */
export function depthwise(shapes: DepthwiseShapes, image: Numbers, filters: Numbers): number[] {
  return byChannel(shapes, [image, filters], (own, [pixels, taps]) =>
    convolution(own, pixels, taps),
  );
}

/** The gradient of a depthwise convolution with respect to its filters, by its definition. */
export function gradientOfDepthwiseFilters(
  shapes: DepthwiseShapes,
  image: Numbers,
  gradient: Numbers,
): number[] {
  return byChannel(shapes, [image, gradient], (own, [pixels, towards]) =>
    gradientOfFilters(own, pixels, towards),
  );
}

/** The gradient of a depthwise convolution with respect to its image, by its definition. */
export function gradientOfDepthwiseImage(
  shapes: DepthwiseShapes,
  gradient: Numbers,
  filters: Numbers,
): number[] {
  return byChannel(shapes, [gradient, filters], (own, [towards, taps]) =>
    gradientOfImage(own, towards, taps),
  );
}

/** Computes the numbers of each channel from those of its operands; the channels are the second axis of images, the first of filters. */
function byChannel(
  { image, window }: DepthwiseShapes,
  operands: readonly [Numbers, Numbers],
  compute: (shapes: ConvolutionShapes, operands: readonly [Numbers, Numbers]) => number[],
): number[] {
  const [batch, channels, height, width] = image;
  const taps = window.size[0] * window.size[1];
  const batchOf = (length: number): number => (length === channels * taps ? 1 : batch);
  const shapes: ConvolutionShapes = { image: [batch, 1, height, width], filters: 1, window };
  const results = Array.from({ length: channels }, (_, channel) =>
    compute(shapes, [
      planesOf(operands[0], { channel, channels, batch: batchOf(operands[0].length) }),
      planesOf(operands[1], { channel, channels, batch: batchOf(operands[1].length) }),
    ]),
  );
  const length = channels * results[0]!.length; // an image has a channel
  const plane = results[0]!.length / batchOf(length);
  return Array.from({ length }, (_, at) => {
    const [index, pixel] = [Math.floor(at / plane), at % plane];
    const [n, channel] = [Math.floor(index / channels), index % channels];
    return results[channel]![n * plane + pixel]!;
  });
}

/** The numbers of one channel of `[batch, channels, ...]`. */
function planesOf(
  numbers: Numbers,
  { channel, channels, batch }: { channel: number; channels: number; batch: number },
): number[] {
  const plane = numbers.length / channels / batch;
  return Array.from({ length: batch * plane }, (_, at) => {
    const n = Math.floor(at / plane);
    return numbers[(n * channels + channel) * plane + (at % plane)]!;
  });
}
