import type { ModelDefinition } from '../../model/model-definition.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import type { OpenPredictorOptions } from '../open/open-predictor.ts';
import type { OpenTrainerOptions } from '../open/open-trainer.ts';
import type { Opened } from '../contract/opened.ts';
import type { Predictor } from '../contract/predictor.ts';
import type { Trainer } from '../contract/trainer.ts';
import { described, openInThread, predictorCalls } from './open-in-thread.ts';

/**
 * Opens a trainer in a worker thread, so that the caller's thread stays free for progress, signals and the preparation of
 * batches. All models that are opened in this way share one thread, which runs their calls one after the other. Images in
 * shared memory are not copied. The process does not end before all models are disposed of.
 *
 * @returns The trainer, the caller's to dispose of.
 * @throws {SproutError} What `openTrainer` throws, with code and context.
 */
export async function openEngineThread(
  definition: ModelDefinition,
  options: OpenTrainerOptions = {},
): Promise<Opened<Trainer>> {
  const model = await openInThread((service) => service.openTrainer(definition, options));
  const { id, service, ask } = model;
  return {
    ...described(model),
    ...predictorCalls(model),
    trainStep: (input) => ask(service.trainStep(id, input)),
    state: () => ask(service.state(id)),
    restore: (state) => ask(service.restore(id, state)),
  };
}

/**
 * Opens a predictor in the thread of `openEngineThread`.
 *
 * @returns The predictor, the caller's to dispose of.
 * @throws {SproutError} What `openPredictor` throws, with code and context.
 */
export async function openPredictorThread(
  definition: ModelDefinition,
  options: OpenPredictorOptions = {},
): Promise<Opened<Predictor>> {
  const model = await openInThread((service) => service.openPredictor(definition, options));
  return { ...described(model), ...predictorCalls(model) };
}

/**
 * Opens a gradient source in the thread of `openEngineThread`.
 *
 * @returns The gradient source, the caller's to dispose of.
 * @throws {SproutError} What `openGradientSource` throws, with code and context.
 */
export async function openGradientSourceThread(
  definition: ModelDefinition,
  options: OpenPredictorOptions = {},
): Promise<Opened<EngineGradientSource>> {
  const model = await openInThread((service) => service.openGradientSource(definition, options));
  const { id, service, ask } = model;
  const { height, width, channels } = definition.input;
  return {
    ...described(model),
    imageShape: [height, width, channels],
    gradient: (images, request) => ask(service.gradient(id, images, request)),
  };
}
