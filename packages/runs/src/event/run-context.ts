import type { RunEvent } from './run-event.ts';

/** The second argument of every command. */
export interface RunContext {
  /** Called with each event; the command continues when it returns. An error that it throws ends the command. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** Once it is aborted, the command stops at the next safe point and throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A `RunContext` with its defaults. */
export interface Context {
  readonly emit: (event: RunEvent) => void;
  readonly signal: AbortSignal;
}

/** By default events are ignored, and the signal is never aborted. */
export function contextOf({
  onEvent = () => undefined,
  signal = new AbortController().signal,
}: RunContext = {}): Context {
  return { emit: onEvent, signal };
}
