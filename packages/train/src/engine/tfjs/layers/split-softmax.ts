import { layersOf, outputLayerName, type Topology } from '../../../model/layers/topology.ts';
import { checkSoftmax } from '../../../model/layers/without-softmax.ts';
import { splitTopologyActivations, type SplitTopology } from './split-topology-activations.ts';

/** A classifier whose softmax is a separate layer. */
export interface SplitClassifier extends SplitTopology {
  /** The name of the softmax, the last layer. */
  readonly softmax: string;
}

/**
 * Splits the softmax from the last layer of a classifier: training computes the cross-entropy from logits, which is numerically
 * stable.
 *
 * @throws {SproutError} `model-unsupported` when the model does not end in a softmax.
 */
export function splitSoftmax(topology: Topology): SplitClassifier {
  const output = outputLayerName(topology);
  const last = layersOf(topology).find(({ config }) => config.name === output)!; // the output is a layer
  checkSoftmax({ name: output, kind: last.class_name, config: last.config });
  const split = splitTopologyActivations(topology, ({ config }) => config.name === output);
  return { ...split, softmax: split.outputOf(output) };
}
