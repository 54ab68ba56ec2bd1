import { fromErrorData, nodeEndpoint, workerEntry } from '@sprout/core';
import * as Comlink from 'comlink';
import { Worker } from 'node:worker_threads';
import type { ModelDefinition } from '../../model/model-definition.ts';
import type { OpenOptions } from '../open-session.ts';
import type { TrainingSession } from '../training-session.ts';
import type { Answer, EngineService } from './engine-service.ts';
import { failWith } from './fail-with.ts';

/** A session in a thread of its own. */
export interface ThreadedSession extends TrainingSession {
  /** Why another engine than the first choice was taken, where one was. */
  readonly note: string | undefined;
}

/**
 * Opens a training session in a worker thread, so that the caller's thread stays free for progress, signals and the
 * making of batches. Images in shared memory are not copied on the way.
 *
 * @returns The session; disposing of it ends the thread.
 * @throws {SproutError} What `openSession` throws, code and context intact.
 */
export async function openEngineThread(
  definition: ModelDefinition,
  options: OpenOptions,
): Promise<ThreadedSession> {
  const worker = new Worker(workerEntry('./engine-worker', import.meta.url));
  const service = Comlink.wrap<EngineService>(nodeEndpoint(worker));
  const whileAlive = failWith(worker);
  const ask = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
    const { ok, ...rest } = await whileAlive(answer);
    if ('error' in rest) throw fromErrorData(rest.error);
    return rest.value;
  };
  try {
    const { engine, note } = await ask(service.open(definition, options));
    return {
      engine,
      note,
      trainStep: (input) => ask(service.trainStep(input)),
      predict: (images, count) => ask(service.predict(images, count)),
      state: () => ask(service.state()),
      restore: (state) => ask(service.restore(state)),
      [Symbol.asyncDispose]: async () => {
        await ask(service.close());
        await worker.terminate();
      },
    };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
