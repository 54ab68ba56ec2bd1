import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { reshape } from './rearrange.ts';
import { imageShape } from './window.ts';

export interface AddScaledOptions {
  /** `[batch, channels, height, width]`, as the image. */
  readonly onto: Value;
  /** One factor and one summand a channel, in any shape. */
  readonly slope: Value;
  readonly offset: Value;
}

/**
 * `onto + slope * image + offset`, slope and offset by channel, in one pass: the numbers are a convolution of each channel with
 * one pixel, its bias, and the sum that onnxruntime's fused convolution takes along.
 */
export function addScaled(
  graph: GraphBuilder,
  image: Value,
  { onto, slope, offset }: AddScaledOptions,
): Value {
  const [, channels] = imageShape(image);
  const kernel = reshape(graph, slope, [channels, 1, 1, 1]);
  const bias = reshape(graph, offset, [channels]);
  return graph.node('FusedConv', [image, kernel, bias, onto], {
    shape: image.shape,
    domain: 'com.microsoft',
    attributes: { kernel_shape: { ints: [1, 1] }, group: { int: channels } },
  });
}
