import type { HeadDefinition, ModelDefinition } from '../../model/model-definition.ts';
import type { EngineGradientSource } from '../gradient/engine-gradient-source.ts';
import type { OpenPredictorOptions } from '../open/open-predictor.ts';
import type { OpenTrainerOptions } from '../open/open-trainer.ts';
import type { Opened } from '../contract/opened.ts';
import type { Predictor } from '../contract/predictor.ts';
import type { Trainer } from '../contract/trainer.ts';
import {
  described,
  openInThread,
  type OpenInThreadOptions,
  predictorCalls,
} from './open-in-thread.ts';

/**
 * Opens a trainer in a worker thread, so that the caller's thread stays free for progress, signals and the preparation of
 * batches. All models that are opened in this way share one thread, which runs their calls one after the other. Images in
 * shared memory are not copied. The process does not end before all models are disposed of.
 *
 * Once `signal` is aborted, a call that does not end within a minute rejects with the signal's reason, and disposing of a model
 * waits a minute at most: a thread that does not answer is ended, unless it holds other models.
 *
 * @returns The trainer, the caller's to dispose of.
 * @throws {SproutError} What `openTrainer` throws, with code and context; `worker-lost` from it and from all calls when the thread
 * ended.
 */
export async function openEngineThread(
  definition: ModelDefinition | HeadDefinition,
  { signal, ...options }: OpenTrainerOptions & OpenInThreadOptions = {},
): Promise<Opened<Trainer>> {
  const model = await openInThread((service) => service.openTrainer(definition, options), {
    signal,
  });
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
  definition: ModelDefinition | HeadDefinition,
  { signal, ...options }: OpenPredictorOptions & OpenInThreadOptions = {},
): Promise<Opened<Predictor>> {
  const model = await openInThread((service) => service.openPredictor(definition, options), {
    signal,
  });
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
  { signal, ...options }: OpenPredictorOptions & OpenInThreadOptions = {},
): Promise<Opened<EngineGradientSource>> {
  const model = await openInThread((service) => service.openGradientSource(definition, options), {
    signal,
  });
  const { id, service, ask } = model;
  const { height, width, channels } = definition.input;
  return {
    ...described(model),
    imageShape: [height, width, channels],
    gradient: (images, request) => ask(service.gradient(id, images, request)),
  };
}
