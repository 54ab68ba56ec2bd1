import { compileTraining } from '../src/compile/compile-training.ts';
import { weightLayout } from '../src/compile/parts/weight-layout.ts';
import type { OnnxGraph } from '../src/graph/ir/onnx-graph.ts';
import { readTopology } from '../src/model/layers/read-topology.ts';
import { splitActivations } from '../src/model/layers/split-activations.ts';
import { optimiserSchema } from '../src/optimiser/optimiser-spec.ts';
import { createDefinition } from '../src/zoo/create-definition.ts';

/** A training graph of small-cnn with kernels, for channel blocks of 16: a large, realistic graph. */
export function smallCnnGraph(): OnnxGraph {
  const size = { height: 40, width: 36, channels: 3, seed: 0 };
  const { topology, weights, input } = createDefinition('small-cnn', { classes: 3, ...size });
  const { graph } = compileTraining(splitActivations(readTopology(topology)), {
    input,
    weights: weights.map(weightLayout),
    optimiser: optimiserSchema.parse({ name: 'adam' }),
    count: 4,
    channelBlock: 16,
    kernels: true,
  });
  return graph;
}
