import type { RunEvent } from '@sprout/runs';
import { expect, test } from 'vitest';
import { Interrupted } from './interrupted.ts';
import { interruptible } from './interruptible.ts';
import { createReporter } from './reporter.ts';

const reporter = createReporter({ quiet: true });

/** Work that ctrl-C stops, after these events. */
function stoppedAfter(...events: readonly RunEvent[]) {
  return interruptible(reporter, async ({ onEvent, signal }) => {
    for (const event of events) onEvent(event);
    process.emit('SIGINT');
    signal.throwIfAborted();
  });
}

test('work that is stopped throws an interruption', async () => {
  await expect(stoppedAfter()).rejects.toThrow(new Interrupted('stopped'));
});

test('a stopped run comes with the command that resumes it', async () => {
  const work = stoppedAfter({ type: 'run-ended', run: 'my runs/a', state: 'interrupted' });
  await expect(work).rejects.toThrow("saved; go on with: sprout train --resume 'my runs/a'");
});

test('a stopped copy comes with the command that takes it back', async () => {
  const work = stoppedAfter({ type: 'split-started', mode: 'copy', folder: 'in', out: 'out' });
  await expect(work).rejects.toThrow('taken back by: sprout split in --undo --out out');
});

test('another error stays what it is, and nothing listens for signals afterwards', async () => {
  const before = process.listenerCount('SIGINT');
  const work = interruptible(reporter, () => Promise.reject(new Error('a bug')));
  await expect(work).rejects.toThrow('a bug');
  expect(process.listenerCount('SIGINT')).toBe(before);
});
