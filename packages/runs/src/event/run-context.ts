import type { RunEvent } from './run-event.ts';

/** What a caller of a command may give beside its options. */
export interface RunContext {
  /** Gets each event while the work goes on; the work waits until it returns. What it throws ends the work. */
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** Once aborted, the work stops at the next safe point and throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** The same with nothing left open. */
export interface Context {
  readonly say: (event: RunEvent) => void;
  readonly signal: AbortSignal;
}

/** Fills in a listener that does nothing and a signal that is never aborted. */
export function contextOf({
  onEvent = () => undefined,
  signal = new AbortController().signal,
}: RunContext = {}): Context {
  return { say: onEvent, signal };
}
