import { readTopology } from './layers/read-topology.ts';
import { unsupportedLayer } from './layers/unsupported.ts';
import { splitActivations } from './layers/split-activations.ts';
import { type OutputActivation, outputActivation } from './layers/without-output-activation.ts';
import type { ModelDefinition } from './model-definition.ts';

export interface CheckClassifierOptions {
  /** `softmax` by default. */
  readonly activation?: OutputActivation;
}

/**
 * Refuses a model whose output is not probabilities.
 *
 * @throws {SproutError} `model-unsupported` unless the model ends in the activation.
 */
export function checkClassifier(
  { topology }: Pick<ModelDefinition, 'topology'>,
  { activation = 'softmax' }: CheckClassifierOptions = {},
): void {
  const last = splitActivations(readTopology(topology)).at(-1)!; // a model has a layer
  if (outputActivation(last) === activation) return;
  const use = activation === 'softmax' ? 'predicts one class' : 'predicts tags';
  throw unsupportedLayer(last.name, `a model that ${use} must end in a ${activation}`);
}
