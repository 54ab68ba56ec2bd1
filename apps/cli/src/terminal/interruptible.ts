import { quoted, type RunEvent } from '@sprout/runs';
import { Interrupted } from './interrupted.ts';
import { onInterrupt } from './on-interrupt.ts';
import type { Reporter } from './reporter.ts';
import { showEvents } from './show-events.ts';

/**
 * Does work whose events are shown, and which stops at ctrl-C.
 *
 * @throws {Interrupted} after ctrl-C; where a run or a split was stopped, with the command that continues it or takes it back.
 */
export async function interruptible<T>(
  reporter: Reporter,
  work: (context: {
    readonly onEvent: (event: RunEvent) => void;
    readonly signal: AbortSignal;
  }) => Promise<T>,
): Promise<T> {
  using interrupt = onInterrupt(reporter.note);
  using shown = showEvents(reporter);
  const { signal } = interrupt;
  let advice: string | undefined;
  const onEvent = (event: RunEvent): void => {
    advice = adviceAfter(event) ?? advice;
    shown.onEvent(event);
  };
  try {
    return await work({ onEvent, signal });
  } catch (error) {
    throw error === signal.reason && advice !== undefined ? new Interrupted(advice) : error;
  }
}

/** What to say where the work is stopped after this event. */
function adviceAfter(event: RunEvent): string | undefined {
  if (event.type === 'run-ended' && event.state === 'interrupted')
    return `saved; go on with: sprout train --resume ${quoted(event.run)}`;
  if (event.type === 'split-started') {
    const { folder, out } = event;
    const back = `sprout split ${quoted(folder)} --undo --out ${quoted(out)}`;
    return `stopped; what was done is taken back by: ${back}`;
  }
  return undefined;
}
