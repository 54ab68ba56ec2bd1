import type { Json } from '@sprout/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { LayerShape } from '../layers/shapes/layer-shape.ts';
import { createLayersModel } from './build-model.ts';
import type { ParameterLimit } from './limit-parameters.ts';
import { someBackend } from './some-backend.ts';

/**
 * The shapes of a model's layers as TensorFlow.js infers them when it builds the model, in its order.
 *
 * @param topology Checked.
 * @throws {SproutError} `model-unsupported` as `createLayersModel`.
 */
export async function builtShapes(
  topology: Json,
  limit: ParameterLimit,
): Promise<readonly LayerShape[]> {
  someBackend();
  const model = await createLayersModel(topology, limit);
  try {
    const trainable = new Set(model.trainableWeights.map(({ id }) => id));
    return model.layers.map((layer) => shapeOf(layer, trainable));
  } finally {
    model.dispose();
  }
}

function shapeOf(layer: LayersModel['layers'][number], trainable: ReadonlySet<number>): LayerShape {
  const [, ...output] = layer.outputShape as (number | null)[]; // a layer of a classifier has one output
  return {
    name: layer.name,
    kind: layer.getClassName(),
    inputs: layer.inboundNodes.flatMap((node) => node.inboundLayers.map(({ name }) => name)),
    output,
    weights: layer.weights.map((weight) => ({
      name: weight.originalName,
      shape: weight.shape.map((size) => size ?? 1), // the shape of a weight is fixed
      trainable: trainable.has(weight.id),
    })),
  };
}
