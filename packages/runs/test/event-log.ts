import type { Context } from '../src/event/run-context.ts';
import type { RunEvent } from '../src/event/run-event.ts';

/** A context that keeps the events that are emitted. */
export function eventLog(
  signal = new AbortController().signal,
): Context & { readonly events: readonly RunEvent[] } {
  const events: RunEvent[] = [];
  return { events, emit: (event) => void events.push(event), signal };
}
