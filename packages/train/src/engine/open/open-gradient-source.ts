import type { ModelDefinition } from '../../model/model-definition.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import { openOnnxGradientSource } from '../onnx/open-onnx-gradient-source.ts';
import { openOnEngine } from './open-on-engine.ts';
import type { OpenPredictorOptions } from './open-predictor.ts';
import type { Opened } from '../contract/opened.ts';
import { openTfjsGradientSource } from '../tfjs/open-tfjs-gradient-source.ts';

/**
 * Opens a model as a gradient source. The model may end in any layer. It computes in the calling thread;
 * `openGradientSourceThread` opens it in a worker thread. As for `openTrainer`, a program should use one of the two threads for
 * all its models.
 *
 * @returns The gradient source, the caller's to dispose of.
 * @throws {SproutError} `engine-unavailable`, `model-unsupported`, `weight-missing`, `weight-unknown`, `shape-mismatch`,
 *   `option-invalid`.
 */
export async function openGradientSource(
  definition: ModelDefinition,
  { engine = 'auto', ...options }: OpenPredictorOptions = {},
): Promise<Opened<EngineGradientSource>> {
  return openOnEngine(engine, {
    purpose: 'differentiate',
    onnx: () => openOnnxGradientSource(definition, options),
    tfjs: (backend) => openTfjsGradientSource(definition, options, backend),
  });
}
