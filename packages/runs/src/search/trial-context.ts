import type { Context } from '../event/run-context.ts';
import type { RunEvent } from '../event/run-event.ts';

/** The events of a trial that a search passes on. The others repeat known facts, or are about a run that only serves the comparison. */
const PASSED: ReadonlySet<RunEvent['type']> = new Set<RunEvent['type']>([
  'task-start',
  'task-progress',
  'task-end',
  'weights-found',
  'download-awaited',
  'cache-unavailable',
  'step',
  'epoch',
]);

/** A context for the training of a candidate. */
export function trialContext({ emit, signal }: Context): Context {
  return { signal, emit: (event) => void (PASSED.has(event.type) && emit(event)) };
}
