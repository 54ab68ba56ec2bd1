import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import { convolve } from '../../graph/emit/convolve.ts';
import { imageSize } from '../../graph/emit/window.ts';
import { readConvolution } from '../parts/read-convolution.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/**
 * A convolution with filters `[filters, channels, height, width]`, or a depthwise convolution with filters `[channels * multiplier,
 * 1, height, width]`, and an optional bias `[filters]`.
 */
export function conv2d(context: OperationContext): Emitted {
  const { graph } = context;
  const { image, filters, role, bias, ...sliding } = readConvolution(context);
  const output = convolve(
    graph,
    [image, filters],
    bias === undefined ? sliding : { ...sliding, bias },
  );
  return {
    output,
    backward: (gradient) => {
      context.weightGradient(role, () => filterGradient(graph, [image, gradient], sliding));
      if (bias !== undefined) context.weightGradient('bias', () => channelSums(graph, gradient));
      if (!context.needsInputGradient) return [];
      return [inputGradient(graph, [gradient, filters], { ...sliding, size: imageSize(image) })];
    },
  };
}

/** The sum of each channel of `[batch, channels, height, width]`, as `[channels]`. */
export function channelSums(graph: GraphBuilder, image: Value): Value {
  return reshape(graph, reduceSum(graph, image, [0, 2, 3]), [image.shape[1]!]);
}
