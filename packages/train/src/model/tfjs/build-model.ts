import { type Json, SproutError } from '@sprout/core';
import { tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, models } from '@tensorflow/tfjs-layers';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { withZeroInitialisers } from './with-zero-initialisers.ts';

type ModelJson = Parameters<typeof models.modelFromJSON>[0];

/**
 * Builds a checked topology on the backend in charge and sets its weights. The caller's to dispose of.
 *
 * @throws {SproutError} `shape-mismatch` when the weights do not fit the topology.
 */
export async function buildModel(
  topology: Json,
  weights: readonly NamedTensor[],
): Promise<LayersModel> {
  const model = await models.modelFromJSON(withZeroInitialisers(topology) as ModelJson); // JSON, as tfjs declares it at more length
  try {
    writeWeights(model, weights);
  } catch (error) {
    model.dispose();
    throw error;
  }
  return model;
}

/**
 * Sets all of a model's weights by name.
 *
 * @throws {SproutError} `shape-mismatch` when one is missing, too many, or of another shape.
 */
export function writeWeights(model: LayersModel, weights: readonly NamedTensor[]): void {
  const byName = new Map(weights.map((weight) => [weight.name, weight]));
  for (const weight of model.weights) {
    const name = weight.originalName;
    const given = byName.get(name);
    const expected = `[${weight.shape.join(', ')}]`;
    const received = given === undefined ? 'nothing' : `[${given.shape.join(', ')}]`;
    if (given === undefined || received !== expected) throw mismatch(name, { expected, received });
    const value = tensor(given.data.slice(), [...given.shape]); // the cpu backend keeps the array it is handed
    weight.write(value);
    value.dispose();
    byName.delete(name);
  }
  for (const name of byName.keys()) {
    throw mismatch(name, { expected: 'a weight of the model', received: 'another' });
  }
}

function mismatch(name: string, shapes: { expected: string; received: string }): SproutError {
  return new SproutError('shape-mismatch', { what: `The weight ${name}`, ...shapes });
}
