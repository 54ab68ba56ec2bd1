import { compileTraining } from '../../compile/compile-training.ts';
import type {
  FeatureInput,
  HeadDefinition,
  ModelDefinition,
  ModelInput,
} from '../../model/model-definition.ts';
import { parseTopology } from '../../model/layers/topology.ts';
import type { LayerRates } from '../../optimiser/layer-rates.ts';
import { updateRuleSchema } from '../../optimiser/optimiser-spec.ts';
import { checkLayers } from '../guard/check-layers.ts';
import { guardTrainer } from '../guard/guard-trainer.ts';
import { type TrainerOptions, trainerSettings } from '../contract/trainer-options.ts';
import type { Trainer } from '../contract/trainer.ts';
import { channelBlock } from './runtime/channel-block.ts';
import { loadOnnxruntime } from './runtime/load-onnxruntime.ts';
import { layerNames, type OnnxModel, onnxModel } from './onnx-model.ts';
import { OnnxTrainer } from './onnx-trainer.ts';

/**
 * Opens a model for training on onnxruntime: forward pass, gradient and optimiser step run as one graph, in the calling thread.
 *
 * @throws {SproutError} `engine-unavailable` where onnxruntime does not load;
 *   `model-unsupported`, naming the layer that cannot be compiled; `weight-missing`, `shape-mismatch`, `config-invalid`,
 *   `option-invalid`; `name-unknown` for a layer of a stage.
 */
export async function openOnnxTrainer(
  definition: ModelDefinition | HeadDefinition,
  options: TrainerOptions = {},
): Promise<Trainer> {
  const settings = trainerSettings(options);
  const model = onnxModel<ModelInput | FeatureInput>(definition);
  const onnxruntime = await loadOnnxruntime();
  const { stages } = settings;
  for (const rates of stages ?? []) checkLayers([...rates.keys()], layerNames(model));
  const classes = classesOf(model, stages);
  const trainer = new OnnxTrainer(onnxruntime, model, {
    ...settings,
    topology: parseTopology(definition.topology),
    classes,
    channelBlock: channelBlock(onnxruntime),
  });
  await trainer.restore({ weights: definition.weights, optimiser: [] });
  return guardTrainer(trainer, {
    input: model.input,
    layers: layerNames(model),
    classes,
    stages: stages?.length,
  });
}

/**
 * The number of classes. Compiles the training graph of each stage, so that a model that cannot be compiled fails here, not at
 * the first step of a stage.
 */
function classesOf(
  model: OnnxModel,
  stages: readonly (LayerRates | undefined)[] = [undefined],
): number {
  const optimiser = updateRuleSchema.parse({ name: 'sgd' });
  const graphs = stages.map((rates) =>
    compileTraining(model.layers, { ...model, optimiser, rates, count: 1 }),
  );
  return graphs[0]!.classes; // a training has a stage
}
