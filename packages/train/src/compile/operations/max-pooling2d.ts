import { maxPool, maxPoolWithArgmax, unpool } from '../../graph/emit/pool.ts';
import type { Window } from '../../graph/emit/window.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import { layerConfig, poolingSchema, windowOver } from '../parts/layer-config.ts';
import type { LayerNode } from '../../model/layers/layer-node.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/** The largest number of each window. The gradient goes to the argmax: the first pixel that equals it. */
export function maxPooling2d(context: OperationContext): Emitted {
  const { graph, layer, inputs } = context;
  const image = inputs[0]!; // one input
  const window = poolingWindow(layer, image);
  if (!context.needsInputGradient)
    return { output: maxPool(graph, image, window), backward: () => [] };
  const { pooled, argmax } = maxPoolWithArgmax(graph, image, window);
  return {
    output: pooled,
    backward: (gradient) => [unpool(graph, gradient, { argmax, window, shape: image.shape })],
  };
}

/** The window of a pooling layer over an image. */
export function poolingWindow(layer: LayerNode, image: Value): Window {
  const { pool_size: size, strides, padding } = layerConfig(layer, poolingSchema);
  return windowOver(image, { layer, size, strides: strides ?? size, padding });
}
