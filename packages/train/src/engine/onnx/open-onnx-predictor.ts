import type {
  FeatureInput,
  HeadDefinition,
  ModelDefinition,
  ModelInput,
} from '../../model/model-definition.ts';
import { guardPredictor } from '../guard/guard-predictor.ts';
import type { Predictor } from '../contract/predictor.ts';
import { type PredictorOptions, predictorSettings } from '../contract/predictor-options.ts';
import { channelBlock } from './runtime/channel-block.ts';
import { loadOnnxruntime } from './runtime/load-onnxruntime.ts';
import { onnxInference } from './onnx-inference.ts';
import { layerNames, onnxModel, weightValues } from './onnx-model.ts';

/**
 * Opens a model for prediction on onnxruntime, in the calling thread.
 *
 * @throws {SproutError} `engine-unavailable` where onnxruntime does not load;
 *   `model-unsupported`, naming the layer that cannot be compiled; `weight-missing`, `shape-mismatch`, `option-invalid`.
 */
export async function openOnnxPredictor(
  definition: ModelDefinition | HeadDefinition,
  options: PredictorOptions = {},
): Promise<Predictor> {
  const { threads } = predictorSettings(options);
  const model = onnxModel<ModelInput | FeatureInput>(definition);
  const onnxruntime = await loadOnnxruntime();
  let values = weightValues(model, definition);
  const inference = onnxInference(onnxruntime, model, {
    threads,
    channelBlock: channelBlock(onnxruntime),
    values: () => values,
  });
  inference.prepare();
  const predictor: Predictor = {
    engine: 'onnx',
    predict: inference.predict,
    outputs: inference.outputs,
    [Symbol.asyncDispose]: async () => {
      inference.clear();
      values = new Map();
    },
  };
  return guardPredictor(predictor, { input: model.input, layers: layerNames(model) });
}
