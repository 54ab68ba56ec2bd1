import { isSproutError } from '@sprout/core';
import type { ModelDefinition } from '../model/model-definition.ts';
import { chooseEngine, type RequestedEngine } from './choose-engine.ts';
import { enginesHere } from './engines-here.ts';
import { openOnnxSession } from './onnx/open-onnx-session.ts';
import type { SessionOptions } from './session-options.ts';
import { openTfjsSession } from './tfjs/open-tfjs-session.ts';
import type { EngineName, TrainingSession } from './training-session.ts';

export interface OpenOptions extends SessionOptions {
  /** `auto` by default: the fastest one that can train the model. */
  readonly engine?: RequestedEngine | undefined;
}

export interface OpenedSession {
  readonly session: TrainingSession;
  /** Why another engine than the first choice was taken, where one was. */
  readonly note: string | undefined;
}

/**
 * Opens a model for training and prediction in the calling thread, which computes meanwhile; `openEngineThread` opens it in a
 * thread of its own. A program should open all its sessions in one of the two ways: onnxruntime loads into one thread only, and
 * the other way gets a slower engine, which its `note` says.
 *
 * @returns The session, the caller's to dispose of.
 * @throws {SproutError} `engine-unavailable`, `model-unsupported`, `shape-mismatch`, `config-invalid`, `option-invalid`.
 */
export async function openSession(
  definition: ModelDefinition,
  { engine: requested = 'auto', ...options }: OpenOptions = {},
): Promise<OpenedSession> {
  if (requested !== 'auto') {
    return { session: await openOn(requested, definition, options), note: undefined };
  }
  const { engine, note } = chooseEngine('auto', await enginesHere());
  try {
    return { session: await openOn(engine, definition, options), note };
  } catch (error) {
    if (engine !== 'onnx' || !isSproutError(error, 'model-unsupported')) throw error;
    const session = await openTfjsSession(definition, options, 'wasm');
    return {
      session,
      note: `onnx cannot train this model (${error.message}); wasm trains it, slower`,
    };
  }
}

function openOn(
  engine: EngineName,
  definition: ModelDefinition,
  options: SessionOptions,
): Promise<TrainingSession> {
  if (engine === 'onnx') return openOnnxSession(definition, options);
  return openTfjsSession(definition, options, engine);
}
