import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { ModelDefinition } from '../model-definition.ts';
import { buildModel } from './build-model.ts';
import { checkFit } from './check-fit.ts';
import { someBackend } from './some-backend.ts';

/**
 * A definition as a TensorFlow.js layers model from normalised images to the model's output. The caller disposes of the model.
 * Its initialisers become zeros, because the weights come from the definition.
 *
 * @throws {SproutError} `model-unsupported`; `weight-missing`, `weight-unknown` or `shape-mismatch` when the weights do not fit
 * the topology.
 */
export async function toLayersModel({
  topology,
  weights,
}: Pick<ModelDefinition, 'topology' | 'weights'>): Promise<LayersModel> {
  const checked = checkFit({ topology, weights });
  someBackend();
  return buildModel(checked, weights);
}
