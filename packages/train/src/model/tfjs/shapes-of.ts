import type { Json } from '@sprout/core';
import { byDepth } from '../layers/by-depth.ts';
import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import type { LayerShape } from '../layers/shapes/layer-shape.ts';
import { layersOf, parseTopology } from '../layers/topology.ts';
import { builtShapes } from './built-shapes.ts';
import { limitFor } from './limit-for.ts';

/**
 * The shapes of a model's layers, in the order in which Keras' summary lists them; the last is the output layer. The shapes are
 * inferred from the topology. Where `inferShapes` cannot, TensorFlow.js builds the model, which takes the time and the memory
 * of all its weights.
 *
 * @param parameters The number of parameters in the model's weights. A model that needs many more is not built.
 * @throws {SproutError} `model-unsupported`.
 * @throws The error of TensorFlow.js for settings that it refuses.
 */
export async function shapesOf(topology: Json, parameters: number): Promise<readonly LayerShape[]> {
  const layers = readTopology(topology);
  const inferred = inferShapes(layers);
  if (inferred === undefined) return builtShapes(topology, limitFor(parameters));
  const byName = new Map(inferred.map((shape) => [shape.name, shape]));
  const listed = new Set(layersOf(parseTopology(topology)).map(({ config }) => config.name));
  return byDepth(layers)
    .filter(({ name }) => listed.has(name)) // without the implicit input of a sequential model
    .map(({ name }) => byName.get(name)!); // each layer has shapes
}
