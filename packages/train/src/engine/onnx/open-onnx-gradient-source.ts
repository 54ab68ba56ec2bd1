import { layerShapes } from '../../compile/layer-shapes.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import { guardGradientSource } from '../guard/guard-gradient-source.ts';
import { type PredictorOptions, predictorSettings } from '../contract/predictor-options.ts';
import { channelBlock } from './runtime/channel-block.ts';
import { loadOnnxruntime } from './runtime/load-onnxruntime.ts';
import { onnxGradient } from './onnx-gradient.ts';
import { layerNames, onnxModel, weightValues } from './onnx-model.ts';

/**
 * Opens a model as a gradient source on onnxruntime, in the calling thread.
 *
 * @throws {SproutError} As `openOnnxPredictor`.
 */
export async function openOnnxGradientSource(
  definition: ModelDefinition,
  options: PredictorOptions = {},
): Promise<EngineGradientSource> {
  const { threads } = predictorSettings(options);
  const model = onnxModel(definition);
  const onnxruntime = await loadOnnxruntime();
  const gradient = onnxGradient(onnxruntime, model, {
    threads,
    channelBlock: channelBlock(onnxruntime),
    shapes: layerShapes(model.layers, model),
    values: weightValues(model, definition),
  });
  const { height, width, channels } = model.input;
  const source: EngineGradientSource = {
    engine: 'onnx',
    imageShape: [height, width, channels],
    gradient: gradient.gradient,
    [Symbol.asyncDispose]: async () => gradient.clear(),
  };
  return guardGradientSource(source, { layers: layerNames(model) });
}
