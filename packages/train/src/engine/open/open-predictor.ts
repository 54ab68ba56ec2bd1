import type { HeadDefinition, ModelDefinition } from '../../model/model-definition.ts';
import type { RequestedEngine } from './choose-engine.ts';
import { openOnnxPredictor } from '../onnx/open-onnx-predictor.ts';
import { openOnEngine } from './open-on-engine.ts';
import type { Opened } from '../contract/opened.ts';
import type { Predictor } from '../contract/predictor.ts';
import type { PredictorOptions } from '../contract/predictor-options.ts';
import { openTfjsPredictor } from '../tfjs/open-tfjs-predictor.ts';

export interface OpenPredictorOptions extends PredictorOptions {
  /** `auto` by default: the fastest engine that can run the model. */
  readonly engine?: RequestedEngine | undefined;
}

/**
 * Opens a model for prediction. The model may end in any layer. It computes in the calling thread;
 * `openPredictorThread` opens it in a worker thread. As for `openTrainer`, a program should use one of the two threads for all
 * its models.
 *
 * @returns The predictor, the caller's to dispose of.
 * @throws {SproutError} `engine-unavailable`, `model-unsupported`, `weight-missing`, `weight-unknown`, `shape-mismatch`,
 *   `option-invalid`.
 */
export async function openPredictor(
  definition: ModelDefinition | HeadDefinition,
  { engine = 'auto', ...options }: OpenPredictorOptions = {},
): Promise<Opened<Predictor>> {
  return openOnEngine(engine, {
    purpose: 'run',
    onnx: () => openOnnxPredictor(definition, options),
    tfjs: (backend) => openTfjsPredictor(definition, options, backend),
  });
}
