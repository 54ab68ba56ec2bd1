import type { RunEvent } from '@sprout/runs';
import { expect, test } from 'vitest';
import { Interrupted } from './interrupted.ts';
import { interruptible } from './interruptible.ts';
import { createReporter } from './reporter.ts';

const reporter = createReporter({ quiet: true });

/** A command that emits these events and is then stopped by ctrl-C. */
function stoppedAfter(...events: readonly RunEvent[]) {
  return interruptible(reporter, async ({ onEvent, signal }) => {
    for (const event of events) onEvent(event);
    process.emit('SIGINT');
    signal.throwIfAborted();
  });
}

test('a stopped command throws Interrupted', async () => {
  await expect(stoppedAfter()).rejects.toThrow(new Interrupted('stopped'));
});

test('a stopped run has the command that resumes it in its message', async () => {
  const work = stoppedAfter({ type: 'run-ended', run: 'my runs/a', state: 'interrupted' });
  await expect(work).rejects.toThrow("saved; go on with: sprout train --resume 'my runs/a'");
});

test('a stopped copy has the command that undoes it in its message', async () => {
  const work = stoppedAfter({ type: 'split-started', mode: 'copy', folder: 'in', out: 'out' });
  await expect(work).rejects.toThrow('taken back by: sprout split in --undo --out out');
});

test('another error is thrown unchanged, and no listener for signals is left', async () => {
  const before = process.listenerCount('SIGINT');
  const work = interruptible(reporter, () => Promise.reject(new Error('a bug')));
  await expect(work).rejects.toThrow('a bug');
  expect(process.listenerCount('SIGINT')).toBe(before);
});
