import type * as Comlink from 'comlink';
import type { Answer, EngineService, OpenedModel } from './engine-service.ts';
import { sharedWorker, type SharedWorker } from './shared-worker.ts';

/** A model in the engines' thread, with the service that runs its calls. */
export interface ThreadedModel extends OpenedModel, AsyncDisposable {
  readonly service: Comlink.Remote<EngineService>;
  readonly ask: SharedWorker['ask'];
}

/** Opens a model in the engines' thread. The process stays alive until the model is disposed of. */
export async function openInThread(
  open: (service: Comlink.Remote<EngineService>) => Promise<Answer<OpenedModel>>,
): Promise<ThreadedModel> {
  const { service, ask, hold, release } = sharedWorker();
  hold();
  try {
    const opened = await ask(open(service));
    let isOpen = true;
    return {
      ...opened,
      service,
      ask,
      [Symbol.asyncDispose]: async () => {
        if (!isOpen) return;
        isOpen = false;
        await ask(service.close(opened.id)).finally(release);
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The properties that all models have in common. */
export function described({ engine, version, note, ...model }: ThreadedModel) {
  return { engine, version, note, [Symbol.asyncDispose]: model[Symbol.asyncDispose] };
}

/** The calls of a predictor in the engines' thread. */
export function predictorCalls({ id, service, ask }: ThreadedModel) {
  return {
    predict: (images: Uint8Array, count: number) => ask(service.predict(id, images, count)),
    outputs: (images: Uint8Array, count: number, layers: readonly string[]) =>
      ask(service.outputs(id, images, { count, layers })),
  };
}
