import { layersOf, outputLayerName, type Topology } from '../../../model/layers/topology.ts';
import { checkSoftmax } from '../../../model/layers/without-softmax.ts';
import { splitActivations, type SplitTopology } from './split-activations.ts';

/** A classifier whose softmax is a layer of its own. */
export interface SplitClassifier extends SplitTopology {
  /** The name of the softmax, the last layer. */
  readonly softmax: string;
}

/**
 * Splits the softmax that a classifier ends in from its layer: training needs the logits, from which cross-entropy is stable.
 *
 * @throws {SproutError} `model-unsupported` when the model does not end in a softmax.
 */
export function splitSoftmax(topology: Topology): SplitClassifier {
  const output = outputLayerName(topology);
  const last = layersOf(topology).find(({ config }) => config.name === output)!; // it is one of them
  checkSoftmax({ name: output, kind: last.class_name, config: last.config });
  const split = splitActivations(topology, ({ config }) => config.name === output);
  return { ...split, softmax: split.outputOf(output) };
}
