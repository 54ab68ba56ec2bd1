import { isSproutError } from '@sprout/core';
import { chooseEngine, type RequestedEngine } from './choose-engine.ts';
import type { EngineName } from '../contract/engine-name.ts';
import { engineHere, enginesHere } from './engines-here.ts';
import type { Opened } from '../contract/opened.ts';
import type { TfjsBackend } from '../tfjs/backend/start-backend.ts';

/** The functions that open a model on an engine. */
export interface Openers<Model> {
  /** The purpose of the model as a verb for notes, such as `train`. */
  readonly purpose: string;
  readonly onnx: () => Promise<Model>;
  readonly tfjs: (backend: TfjsBackend) => Promise<Model>;
}

/**
 * Opens a model on the requested engine. `auto` means the fastest available engine; where that is onnx and it cannot compile
 * the model, wasm.
 *
 * @throws {SproutError} `engine-unavailable`, and what the opener throws.
 */
export async function openOnEngine<Model extends { readonly engine: EngineName }>(
  requested: RequestedEngine,
  openers: Openers<Model>,
): Promise<Opened<Model>> {
  const open = (engine: EngineName): Promise<Model> =>
    engine === 'onnx' ? openers.onnx() : openers.tfjs(engine);
  if (requested !== 'auto') return described(await open(requested), undefined);
  const { engine, note } = chooseEngine('auto', await enginesHere());
  try {
    return await described(await open(engine), note);
  } catch (error) {
    if (engine !== 'onnx' || !isSproutError(error, 'model-unsupported')) throw error;
    const { purpose } = openers;
    const reason = `onnx cannot ${purpose} this model (${error.message}); wasm ${purpose}s it, slower`;
    return described(await openers.tfjs('wasm'), reason);
  }
}

async function described<Model extends { readonly engine: EngineName }>(
  model: Model,
  note: string | undefined,
): Promise<Opened<Model>> {
  const { version } = await engineHere(model.engine);
  return { ...model, version, note };
}
