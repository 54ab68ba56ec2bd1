import { type ErrorData, toErrorData } from '@sprout/core';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { engineHere, type EngineReport, enginesHere } from '../engines-here.ts';
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

/** What a session is called by from the other thread. */
export type SessionId = number;

export interface OpenedEngine {
  readonly id: SessionId;
  readonly engine: EngineName;
  readonly version: string | undefined;
  readonly note: string | undefined;
}

export interface EngineService {
  open(definition: ModelDefinition, options: OpenOptions): Promise<Answer<OpenedEngine>>;
  trainStep(id: SessionId, input: StepInput): Promise<Answer<StepResult>>;
  predict(id: SessionId, images: Uint8Array, count: number): Promise<Answer<Float32Array>>;
  state(id: SessionId): Promise<Answer<SessionState>>;
  restore(id: SessionId, state: SessionState): Promise<Answer<void>>;
  close(id: SessionId): Promise<Answer<void>>;
  engines(): Promise<Answer<readonly EngineReport[]>>;
}

/** The long-lived object of the engines' thread: the open sessions and the calls on them. */
export function engineService(): EngineService {
  const sessions = new Map<SessionId, TrainingSession>();
  let opened = 0;
  const sessionOf = (id: SessionId): TrainingSession => {
    const session = sessions.get(id);
    if (session === undefined) throw new Error('the session is used after it was closed');
    return session;
  };
  return {
    open: (definition, options) =>
      answer(async () => {
        const { session, note } = await openSession(definition, options);
        const id = opened++;
        sessions.set(id, session);
        const { engine } = session;
        const { version } = await engineHere(engine);
        return { id, engine, version, note };
      }),
    trainStep: (id, input) => answer(() => sessionOf(id).trainStep(input)),
    predict: (id, images, count) => answer(() => sessionOf(id).predict(images, count)),
    state: (id) => answer(() => sessionOf(id).state()),
    restore: (id, state) => answer(() => sessionOf(id).restore(state)),
    close: (id) =>
      answer(async () => {
        const session = sessionOf(id);
        sessions.delete(id);
        await session[Symbol.asyncDispose]();
      }),
    engines: () => answer(enginesHere),
  };
}

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toErrorData(error) };
  }
}
