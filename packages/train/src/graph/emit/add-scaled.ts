import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { reshape } from './rearrange.ts';
import { imageShape } from './window.ts';

export interface AddScaledOptions {
  /** Of the shape of the image, `[batch, channels, height, width]`. */
  readonly onto: Value;
  /** The factor of each channel; `channels` numbers in any shape. */
  readonly slope: Value;
  /** The summand of each channel; `channels` numbers in any shape. */
  readonly offset: Value;
}

/**
 * `onto + slope * image + offset`, with a slope and an offset for each channel, in one pass over memory: a depthwise
 * convolution with a window of one pixel (`slope` as filters, `offset` as bias) to which onnxruntime's `FusedConv` adds `onto`.
 */
export function addScaled(
  graph: GraphBuilder,
  image: Value,
  { onto, slope, offset }: AddScaledOptions,
): Value {
  const [, channels] = imageShape(image);
  const filters = reshape(graph, slope, [channels, 1, 1, 1]);
  const bias = reshape(graph, offset, [channels]);
  return graph.node('FusedConv', [image, filters, bias, onto], {
    shape: image.shape,
    domain: 'com.microsoft',
    attributes: { kernel_shape: { ints: [1, 1] }, group: { int: channels } },
  });
}
