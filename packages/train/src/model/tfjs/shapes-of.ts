import type { Json } from '@sprout/core';
import { byDepth } from '../layers/by-depth.ts';
import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import type { LayerShape } from '../layers/shapes/layer-shape.ts';
import { layersOf, parseTopology } from '../layers/topology.ts';
import { builtShapes } from './built-shapes.ts';

/**
 * The shapes of a model's layers, in the order in which Keras' summary lists them; the last is the output layer. The shapes are
 * inferred from the topology. Where `inferShapes` cannot, TensorFlow.js builds the model, which takes the time and the memory
 * of all its weights.
 *
 * @throws {SproutError} `model-unsupported`.
 * @throws The error of TensorFlow.js for settings that it refuses.
 */
export async function shapesOf(topology: Json): Promise<readonly LayerShape[]> {
  const layers = readTopology(topology);
  const inferred = inferShapes(layers);
  if (inferred === undefined) return builtShapes(topology);
  const byName = new Map(inferred.map((shape) => [shape.name, shape]));
  const listed = new Set(layersOf(parseTopology(topology)).map(({ config }) => config.name));
  return byDepth(layers)
    .filter(({ name }) => listed.has(name)) // without the implicit input of a sequential model
    .map(({ name }) => byName.get(name)!); // each layer has shapes
}
