import { type ErrorData, toErrorData } from '@sprout/core';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { type OpenOptions, openSession } from '../open-session.ts';
import type {
  EngineName,
  SessionState,
  StepInput,
  StepResult,
  TrainingSession,
} from '../training-session.ts';

/** A result that crosses threads: errors travel as data, so that they keep code and context. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData };

export interface EngineService {
  open(
    definition: ModelDefinition,
    options: OpenOptions,
  ): Promise<Answer<{ engine: EngineName; note: string | undefined }>>;
  trainStep(input: StepInput): Promise<Answer<StepResult>>;
  predict(images: Uint8Array, count: number): Promise<Answer<Float32Array>>;
  state(): Promise<Answer<SessionState>>;
  restore(state: SessionState): Promise<Answer<void>>;
  close(): Promise<Answer<void>>;
}

/** The long-lived object of the engine's thread: one session and the calls on it. */
export function engineService(): EngineService {
  let session: TrainingSession | undefined;
  const open = (): TrainingSession => {
    if (session === undefined) throw new Error('the engine is called before it is opened');
    return session;
  };
  return {
    open: (definition, options) =>
      answer(async () => {
        const opened = await openSession(definition, options);
        session = opened.session;
        return { engine: session.engine, note: opened.note };
      }),
    trainStep: (input) => answer(() => open().trainStep(input)),
    predict: (images, count) => answer(() => open().predict(images, count)),
    state: () => answer(() => open().state()),
    restore: (state) => answer(() => open().restore(state)),
    close: () => answer(async () => session?.[Symbol.asyncDispose]()),
  };
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toErrorData(error) };
  }
}
