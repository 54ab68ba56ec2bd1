import { isSproutError } from '@sprout/core';
import type * as Comlink from 'comlink';
import type { InputNumbers } from '../contract/predictor.ts';
import type { Answer, EngineService, OpenedModel } from './engine-service.ts';
import { sharedWorker, type SharedWorker } from './shared-worker.ts';
import { PATIENCE_MS, withPatience } from './with-patience.ts';

/** A model in the engines' thread, with the service that runs its calls. */
export interface ThreadedModel extends OpenedModel, AsyncDisposable {
  readonly service: Comlink.Remote<EngineService>;
  readonly ask: SharedWorker['ask'];
}

export interface OpenInThreadOptions {
  /**
   * Once it is aborted, a call that does not end within a minute rejects with its reason. The thread is then ended, unless it
   * holds other models.
   */
  readonly signal?: AbortSignal | undefined;
}

interface Timing extends OpenInThreadOptions {
  readonly patienceMs?: number;
}

/**
 * Opens a model in the engines' thread. The process stays alive until the model is disposed of. Disposing does not wait longer
 * than a minute for a thread that does not answer.
 */
export async function openInThread(
  open: (service: Comlink.Remote<EngineService>) => Promise<Answer<OpenedModel>>,
  { signal, patienceMs = PATIENCE_MS }: Timing = {},
): Promise<ThreadedModel> {
  const { service, ask, hold, release, giveUp } = sharedWorker();
  hold();
  let isOpen = true;
  let isGivenUp = false;
  const stop = (): void => {
    isGivenUp = true;
    giveUp();
  };
  const askPatiently: SharedWorker['ask'] = (answer) =>
    withPatience(ask(answer), { signal, patienceMs, giveUp: stop });
  const close = async (id: OpenedModel['id']): Promise<void> => {
    const closed = ask(service.close(id)).catch(ignoreLost);
    const given = AbortSignal.abort(GIVEN_UP);
    if (!isGivenUp)
      await withPatience(closed, { signal: given, patienceMs, giveUp: stop }).catch(ignoreGivenUp);
  };
  try {
    const opened = await askPatiently(open(service));
    return {
      ...opened,
      service,
      ask: askPatiently,
      [Symbol.asyncDispose]: async () => {
        if (!isOpen) return;
        isOpen = false;
        await close(opened.id).finally(release);
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

const GIVEN_UP = Symbol('given up');

/** A thread that has ended holds no model: there is nothing to close. The calls that it did not answer have failed. */
function ignoreLost(error: unknown): void {
  if (!isSproutError(error, 'worker-lost')) throw error;
}

function ignoreGivenUp(error: unknown): void {
  if (error !== GIVEN_UP) throw error;
}

/** The properties that all models have in common. */
export function described({ engine, version, note, ...model }: ThreadedModel) {
  return { engine, version, note, [Symbol.asyncDispose]: model[Symbol.asyncDispose] };
}

/** The calls of a predictor in the engines' thread. */
export function predictorCalls({ id, service, ask }: ThreadedModel) {
  return {
    predict: (images: InputNumbers, count: number) => ask(service.predict(id, images, count)),
    outputs: (images: InputNumbers, count: number, layers: readonly string[]) =>
      ask(service.outputs(id, images, { count, layers })),
  };
}
