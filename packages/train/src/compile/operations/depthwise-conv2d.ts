import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { convolveTransposed } from '../../graph/emit/convolve-transposed.ts';
import { binary } from '../../graph/emit/elementwise.ts';
import { concatenate, cut, pad, reshape } from '../../graph/emit/rearrange.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import { convolve } from '../../graph/emit/convolve.ts';
import { imageShape, imageSize, type Window } from '../../graph/emit/window.ts';
import { convolutionSchema, layerConfig, windowOver } from '../parts/layer-config.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { channelSums } from './conv2d.ts';

/** A convolution of each channel by itself, with filters `[channels * multiplier, 1, height, width]`. */
export function depthwiseConv2d(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const image = context.inputs[0]!; // one input
  const filters = context.requiredWeight('depthwise_kernel');
  const bias = context.weight('bias');
  const config = layerConfig(layer, convolutionSchema);
  const window = windowOver(image, { layer, ...config, size: config.kernel_size });
  const [, groups] = imageShape(image);
  const options = { window, groups };
  const output = convolve(
    graph,
    [image, filters],
    bias === undefined ? options : { ...options, bias },
  );
  return {
    output,
    backward: (gradient) => {
      context.weightGradient('depthwise_kernel', () =>
        depthwiseGradient(graph, [image, gradient], window),
      );
      if (bias !== undefined) context.weightGradient('bias', () => channelSums(graph, gradient));
      if (!context.needsInputGradient) return [];
      return [
        convolveTransposed(graph, [gradient, filters], { ...options, size: imageSize(image) }),
      ];
    },
  };
}

/** The gradient with respect to the filters, tap by tap. The image is broadcast along the axis of the multiplier. */
function depthwiseGradient(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { size, strides, borders }: Window,
): Value {
  const [image, gradient] = operands;
  const [batch, channels] = imageShape(image);
  const [, filters, height, width] = imageShape(gradient);
  const multiplier = filters / channels;
  const padded = pad(graph, image, borders);
  const grouped = reshape(graph, gradient, [batch, channels, multiplier, height * width]);
  const taps: Value[] = [];
  for (let tap = 0; tap < size[0] * size[1]; tap++) {
    const start = [Math.floor(tap / size[1]), tap % size[1]] as const;
    const pixels = cut(graph, padded, { start, count: [height, width], stride: strides });
    const flat = reshape(graph, pixels, [batch, channels, 1, height * width]);
    const products = binary(graph, 'Mul', [grouped, flat]);
    taps.push(reshape(graph, reduceSum(graph, products, [0, 3]), [filters, 1, 1]));
  }
  return reshape(graph, concatenate(graph, taps, 2), [filters, 1, ...size]);
}
