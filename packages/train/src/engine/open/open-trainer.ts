import type { HeadDefinition, ModelDefinition } from '../../model/model-definition.ts';
import type { RequestedEngine } from './choose-engine.ts';
import { openOnnxTrainer } from '../onnx/open-onnx-trainer.ts';
import { openOnEngine } from './open-on-engine.ts';
import type { Opened } from '../contract/opened.ts';
import { openTfjsTrainer } from '../tfjs/open-tfjs-trainer.ts';
import type { Trainer } from '../contract/trainer.ts';
import type { TrainerOptions } from '../contract/trainer-options.ts';

export interface OpenTrainerOptions extends TrainerOptions {
  /** `auto` by default: the fastest engine that can train the model. */
  readonly engine?: RequestedEngine | undefined;
}

/**
 * Opens a model for training and prediction. It computes in the calling thread; `openEngineThread` opens it in a worker thread.
 *
 * @returns The trainer, the caller's to dispose of.
 * @throws {SproutError} `engine-unavailable`, `model-unsupported`, `weight-missing`, `weight-unknown`, `shape-mismatch`,
 *   `config-invalid`, `option-invalid`.
 */
export async function openTrainer(
  definition: ModelDefinition | HeadDefinition,
  { engine = 'auto', ...options }: OpenTrainerOptions = {},
): Promise<Opened<Trainer>> {
  return openOnEngine(engine, {
    purpose: 'train',
    onnx: () => openOnnxTrainer(definition, options),
    tfjs: (backend) => openTfjsTrainer(definition, options, backend),
  });
}
