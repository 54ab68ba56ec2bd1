import { quoted, type RunEvent } from '@sprout/runs';
import { Interrupted } from './interrupted.ts';
import { onInterrupt } from './on-interrupt.ts';
import type { Reporter } from './reporter.ts';
import { showEvents } from './show-events.ts';

/**
 * Runs a command, shows its events and stops it at ctrl-C.
 *
 * @throws {Interrupted} after ctrl-C; for a run, an extraction of features or a split, with the command that resumes or undoes it.
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

/** The message if the command is stopped after this event. */
function adviceAfter(event: RunEvent): string | undefined {
  if (event.type === 'run-ended' && event.state === 'interrupted')
    return `saved; go on with: sprout train --resume ${quoted(event.run)}`;
  if (event.type === 'extraction-started') {
    const command = ['sprout', ...process.argv.slice(2)].map(quoted).join(' ');
    return `saved; go on with the same command: ${command}`;
  }
  if (event.type === 'split-started') {
    const { folder, out } = event;
    const back = `sprout split ${quoted(folder)} --undo --out ${quoted(out)}`;
    return `stopped; what was done is taken back by: ${back}`;
  }
  return undefined;
}
