import { splitActivations } from './layers/split-activations.ts';
import { readTopology } from './layers/read-topology.ts';
import { withoutSoftmax } from './layers/without-softmax.ts';
import type { ModelDefinition } from './model-definition.ts';

/**
 * Refuses a model whose output is not probabilities.
 *
 * @throws {SproutError} `model-unsupported` unless the model ends in a softmax.
 */
export function checkClassifier({ topology }: Pick<ModelDefinition, 'topology'>): void {
  withoutSoftmax(splitActivations(readTopology(topology)));
}
