import type { ModelDefinition } from '../../model/model-definition.ts';
import type { OpenOptions } from '../open-session.ts';
import type { TrainingSession } from '../training-session.ts';
import { sharedWorker } from './shared-worker.ts';

/** A session in the engines' thread. */
export interface ThreadedSession extends TrainingSession {
  /** The engine's own version. */
  readonly version: string | undefined;
  /** Why another engine than the first choice was taken, where one was. */
  readonly note: string | undefined;
}

/**
 * Opens a training session in a worker thread, so that the caller's thread stays free for progress, signals and the
 * making of batches. All sessions of a process share the thread, and take turns. Images in shared memory are not copied on
 * the way. Until all of them are disposed of, the process does not end.
 *
 * @returns The session, the caller's to dispose of.
 * @throws {SproutError} What `openSession` throws, code and context intact.
 */
export async function openEngineThread(
  definition: ModelDefinition,
  options: OpenOptions = {},
): Promise<ThreadedSession> {
  const { service, ask, hold, release } = sharedWorker();
  hold();
  try {
    const { id, ...opened } = await ask(service.open(definition, options));
    let isOpen = true;
    return {
      ...opened,
      trainStep: (input) => ask(service.trainStep(id, input)),
      predict: (images, count) => ask(service.predict(id, images, count)),
      state: () => ask(service.state(id)),
      restore: (state) => ask(service.restore(id, state)),
      [Symbol.asyncDispose]: async () => {
        if (!isOpen) return;
        isOpen = false;
        await ask(service.close(id)).finally(release);
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
