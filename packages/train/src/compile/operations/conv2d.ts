import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import { convolve } from '../../graph/emit/convolve.ts';
import { imageSize } from '../../graph/emit/window.ts';
import { convolutionSchema, layerConfig, windowOver } from '../layer/layer-config.ts';
import type { Emitted, OperationContext } from '../operation.ts';

/** Convolution with a kernel `[out, in, height, width]`, and a bias where there is one. */
export function conv2d(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const image = context.inputs[0]!; // one input
  const kernel = context.requiredWeight('kernel');
  const bias = context.weight('bias');
  const config = layerConfig(layer, convolutionSchema);
  const window = windowOver(image, { layer, ...config, size: config.kernel_size });
  const output = convolve(
    graph,
    [image, kernel],
    bias === undefined ? { window } : { window, bias },
  );
  return {
    output,
    backward: (gradient) => {
      context.learn('kernel', () => filterGradient(graph, [image, gradient], window));
      if (bias !== undefined) context.learn('bias', () => channelSums(graph, gradient));
      if (!context.inputLearns) return [];
      return [inputGradient(graph, [gradient, kernel], { window, size: imageSize(image) })];
    },
  };
}

/** The sum of each channel of `[batch, channels, height, width]`, as `[channels]`. */
export function channelSums(graph: GraphBuilder, image: Value): Value {
  return reshape(graph, reduceSum(graph, image, [0, 2, 3]), [image.shape[1]!]);
}
