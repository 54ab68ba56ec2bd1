import type { Json } from '@sprout/core';
import { tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, models } from '@tensorflow/tfjs-layers';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { checkWeights } from '../../weights/check-weights.ts';
import { countParameters } from '../../weights/count-parameters.ts';
import { parseTopology } from '../layers/topology.ts';
import { checkOutputs } from './check-outputs.ts';
import { limitParameters, type ParameterLimit } from './limit-parameters.ts';
import { limitFor } from './limit-for.ts';
import { withOrderedLayers } from './with-ordered-layers.ts';
import { withZeroInitialisers } from './with-zero-initialisers.ts';

type ModelJson = Parameters<typeof models.modelFromJSON>[0];

/**
 * Builds a checked topology on the current backend and sets its weights. The caller disposes of the model.
 *
 * @throws {SproutError} `weight-missing`, `weight-unknown` or `shape-mismatch` when the weights do not fit the topology;
 *   `model-unsupported` as `createLayersModel`.
 */
export async function buildModel(
  topology: Json,
  weights: readonly NamedTensor[],
): Promise<LayersModel> {
  const model = await createLayersModel(topology, limitFor(countParameters(weights)));
  try {
    writeWeights(model, weights);
  } catch (error) {
    model.dispose();
    throw error;
  }
  return model;
}

/**
 * Builds a checked topology on the current backend, with weights of zeros. The caller disposes of the model.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer, for more parameters than the limit, and for an output that is too
 *   large; before any memory for them is allocated.
 */
export async function createLayersModel(
  topology: Json,
  limit: ParameterLimit,
): Promise<LayersModel> {
  const json = withZeroInitialisers(withOrderedLayers(parseTopology(topology))) as ModelJson; // JSON, for which tfjs declares a type of its own
  const { result, discard } = limitParameters(limit, () => models.modelFromJSON(json)); // it creates all layers before it returns
  try {
    const model = await result;
    checkOutputs(model);
    return model;
  } catch (error) {
    discard();
    throw error;
  }
}

/**
 * Sets all of a model's weights by name.
 *
 * @throws {SproutError} `weight-missing`, `weight-unknown` or `shape-mismatch`, before any weight is set.
 */
export function writeWeights(model: LayersModel, weights: readonly NamedTensor[]): void {
  const required = model.weights.map(({ originalName: name, shape }) => ({
    name,
    shape: shape.map((size) => size ?? 1), // the shape of a weight is fixed
  }));
  checkWeights(weights, { required });
  const byName = new Map(weights.map((weight) => [weight.name, weight]));
  for (const weight of model.weights) {
    const given = byName.get(weight.originalName)!; // checked
    const value = tensor(given.data.slice(), [...given.shape]); // the cpu backend keeps the array
    weight.write(value);
    value.dispose();
  }
}
