import { compileTraining } from '../../compile/compile-training.ts';
import type {
  FeatureInput,
  HeadDefinition,
  ModelDefinition,
  ModelInput,
} from '../../model/model-definition.ts';
import { parseTopology } from '../../model/layers/topology.ts';
import { updateRuleSchema } from '../../optimiser/optimiser-spec.ts';
import { guardTrainer } from '../guard/guard-trainer.ts';
import { type TrainerOptions, trainerSettings } from '../contract/trainer-options.ts';
import type { Trainer } from '../contract/trainer.ts';
import { channelBlock } from './runtime/channel-block.ts';
import { loadOnnxruntime } from './runtime/load-onnxruntime.ts';
import { layerNames, type OnnxModel, onnxModel } from './onnx-model.ts';
import { OnnxTrainer } from './onnx-trainer.ts';

/**
 * Opens a model for training on onnxruntime-node: forward pass, gradient and optimiser step run as one graph, in the calling
 * thread. onnxruntime-node can be loaded in one thread of a process only: this thread, or the thread of `openEngineThread`.
 *
 * @throws {SproutError} `engine-unavailable` where onnxruntime-node does not load, or another thread has it;
 *   `model-unsupported`, naming the layer that cannot be compiled; `weight-missing`, `shape-mismatch`, `config-invalid`,
 *   `option-invalid`.
 */
export async function openOnnxTrainer(
  definition: ModelDefinition | HeadDefinition,
  options: TrainerOptions = {},
): Promise<Trainer> {
  const settings = trainerSettings(options);
  const model = onnxModel<ModelInput | FeatureInput>(definition);
  const onnxruntime = await loadOnnxruntime();
  const classes = classesOf(model);
  const trainer = new OnnxTrainer(onnxruntime, model, {
    ...settings,
    topology: parseTopology(definition.topology),
    classes,
    channelBlock: channelBlock(onnxruntime),
  });
  await trainer.restore({ weights: definition.weights, optimiser: [] });
  return guardTrainer(trainer, { input: model.input, layers: layerNames(model), classes });
}

/**
 * The number of classes. Compiles the training graph, so that a model that cannot be compiled fails here, not at the first
 * step.
 */
function classesOf(model: OnnxModel): number {
  const optimiser = updateRuleSchema.parse({ name: 'sgd' });
  return compileTraining(model.layers, { ...model, optimiser, count: 1 }).classes;
}
