import type { LayersModel } from '@tensorflow/tfjs-layers';
import { someBackend } from './some-backend.ts';
import { buildModel } from './build-model.ts';
import { checkTopology } from '../layers/check-topology.ts';
import type { ModelDefinition } from '../model-definition.ts';
import { parseTopology } from '../layers/topology.ts';

/**
 * A definition as a tfjs layers model from normalised images to probabilities. The caller's to dispose of.
 * Its initialisers become zeros: the weights come from the definition.
 *
 * @throws {SproutError} `model-unsupported`, or `shape-mismatch` when the weights do not fit the topology.
 */
export async function toLayersModel({
  topology,
  weights,
}: Pick<ModelDefinition, 'topology' | 'weights'>): Promise<LayersModel> {
  const checked = checkTopology(parseTopology(topology));
  someBackend();
  return buildModel(checked, weights);
}
