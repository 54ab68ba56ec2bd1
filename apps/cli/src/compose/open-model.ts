import { SproutError } from '@sprout/core';
import {
  loadModel,
  type LoadedModel,
  openEngineThread,
  type RequestedEngine,
  type ThreadedSession,
} from '@sprout/train';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isThere } from '../run/is-there.ts';
import { runFolder } from '../run/run-folder.ts';

/** A trained model with the card that says how to feed it, on an engine. Owns the engine's thread. */
export interface OpenedModel extends LoadedModel, AsyncDisposable {
  readonly session: ThreadedSession;
}

/**
 * Opens the model of a run, or of a model folder, for predictions.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`, `engine-unavailable`.
 */
export async function openModel(path: string, engine: RequestedEngine): Promise<OpenedModel> {
  const loaded = await loadModel(await modelFolder(path));
  const session = await openEngineThread(loaded.definition, {
    engine,
    optimiser: { name: 'sgd', learningRate: 0.01, momentum: 0, nesterov: false }, // never steps
    seed: 0,
    threads: availableParallelism(),
  });
  return { ...loaded, session, [Symbol.asyncDispose]: () => session[Symbol.asyncDispose]() };
}

/** Where a run, or a model folder itself, has its model. @throws {SproutError} `file-missing`. */
export async function modelFolder(path: string): Promise<string> {
  for (const folder of [runFolder(path).model, path]) {
    if (await isThere(join(folder, 'model.json'))) return folder;
  }
  throw new SproutError('file-missing', { file: join(path, 'model', 'model.json') });
}
