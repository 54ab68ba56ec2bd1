import type { Tensor } from '@tensorflow/tfjs-core';
import { buildModel } from '../../model/tfjs/build-model.ts';
import { checkFit } from '../../model/tfjs/check-fit.ts';
import { checkInput } from '../../model/check-input.ts';
import { layersOf } from '../../model/layers/topology.ts';
import type { HeadDefinition, ModelDefinition } from '../../model/model-definition.ts';
import { guardPredictor } from '../guard/guard-predictor.ts';
import type { Predictor } from '../contract/predictor.ts';
import { type PredictorOptions, predictorSettings } from '../contract/predictor-options.ts';
import { inputTensor } from './image-tensor.ts';
import { layerOutput, layerOutputs } from './layer-outputs.ts';
import { withOwnLayers } from './layers/with-own-layers.ts';
import { onBackend } from './backend/on-backend.ts';
import { startBackend, type TfjsBackend } from './backend/start-backend.ts';

/**
 * Opens a model for prediction on a backend of tfjs.
 *
 * @returns The predictor; disposing of it frees all of its tensors.
 * @throws {SproutError} `engine-unavailable`, `model-unsupported`, `weight-missing`, `weight-unknown`, `shape-mismatch`,
 *   `option-invalid`.
 */
export async function openTfjsPredictor(
  definition: ModelDefinition | HeadDefinition,
  options: PredictorOptions,
  backend: TfjsBackend,
): Promise<Predictor> {
  const settings = predictorSettings(options);
  const { input } = definition;
  checkInput(input);
  const topology = checkFit(definition);
  await startBackend(backend, settings);
  const model = await buildModel(withOwnLayers(topology), definition.weights);
  const predictor: Predictor = {
    engine: backend,
    predict: async (images, count) =>
      onBackend(backend, () => {
        const given = inputTensor(input, images, count);
        const output = model.apply(given, { training: false }) as Tensor; // a concrete input gives a concrete output
        return layerOutput(output).data;
      }),
    outputs: async (images, count, layers) =>
      onBackend(backend, () => layerOutputs(model, inputTensor(input, images, count), { layers })),
    [Symbol.asyncDispose]: async () => onBackend(backend, () => void model.dispose()),
  };
  const layers = layersOf(topology).map(({ config }) => config.name);
  return guardPredictor(predictor, { input, layers });
}
