import { layersOf, outputLayerName, type Topology } from '../../../model/layers/topology.ts';
import {
  type OutputActivation,
  outputActivation,
} from '../../../model/layers/without-output-activation.ts';
import { splitTopologyActivations, type SplitTopology } from './split-topology-activations.ts';

/** A classifier whose softmax or sigmoid is a separate layer. */
export interface SplitClassifier extends SplitTopology {
  /** The name of the softmax or the sigmoid, the last layer. */
  readonly output: string;
  readonly activation: OutputActivation;
}

/**
 * Splits the softmax or the sigmoid from the last layer of a classifier: training computes the cross-entropy from logits, which is
 * numerically stable.
 *
 * @throws {SproutError} `model-unsupported` when the model ends in anything else.
 */
export function splitOutput(topology: Topology): SplitClassifier {
  const output = outputLayerName(topology);
  const last = layersOf(topology).find(({ config }) => config.name === output)!; // the output is a layer
  const activation = outputActivation({ name: output, kind: last.class_name, config: last.config });
  const split = splitTopologyActivations(topology, ({ config }) => config.name === output);
  return { ...split, output: split.outputOf(output), activation };
}
