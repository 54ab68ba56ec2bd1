import { compileTraining, type TrainingGraphOptions } from '../../compile/compile-training.ts';
import type { LayerList } from '../../model/layers/layer-node.ts';
import { readTopology } from '../../model/layers/read-topology.ts';
import { splitActivations } from '../../model/layers/split-activations.ts';
import { weightLayout } from '../../compile/layer/weight-layout.ts';
import { checkInput } from '../../model/check-input.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { parseTopology } from '../../model/layers/topology.ts';
import { optimiserSchema } from '../../optimiser/optimiser-spec.ts';
import { guardSession } from '../guard-session.ts';
import { type SessionOptions, sessionSettings } from '../session-options.ts';
import type { TrainingSession } from '../training-session.ts';
import { channelBlock } from './channel-block.ts';
import { loadOnnxruntime } from './load-onnxruntime.ts';
import { OnnxSession } from './onnx-session.ts';

/**
 * Opens a model for training and prediction on onnxruntime-node: forward pass, gradient and optimiser step run as one graph,
 * in the calling thread. onnxruntime-node loads into one thread of a process: this one, or that of `openEngineThread`.
 *
 * @throws {SproutError} `engine-unavailable` where onnxruntime-node does not load, or another thread has it.
 * @throws {SproutError} `model-unsupported`, naming the layer that cannot be compiled; `shape-mismatch`, `config-invalid`,
 * `option-invalid`.
 */
export async function openOnnxSession(
  definition: ModelDefinition,
  options: SessionOptions = {},
): Promise<TrainingSession> {
  const settings = sessionSettings(options);
  checkInput(definition.input);
  const layers = splitActivations(readTopology(definition.topology));
  const onnxruntime = await loadOnnxruntime();
  const weights = definition.weights.map(weightLayout);
  const { input } = definition;
  const classes = classesOf(layers, { input, weights });
  const session = new OnnxSession(onnxruntime, {
    ...settings,
    topology: parseTopology(definition.topology),
    layers,
    input,
    weights,
    classes,
    channelBlock: channelBlock(onnxruntime),
  });
  await session.restore({ weights: definition.weights, optimiser: [] });
  return guardSession(session, { input, classes });
}

/** How many classes come out. Compiles once, so that what cannot be compiled fails here and not in the first step. */
function classesOf(
  layers: LayerList,
  { input, weights }: Pick<TrainingGraphOptions, 'input' | 'weights'>,
): number {
  const optimiser = optimiserSchema.parse({ name: 'sgd' });
  const { classes } = compileTraining(layers, { input, weights, optimiser, count: 1 });
  return classes;
}
