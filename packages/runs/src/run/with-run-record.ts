import { lock, readRunRecord, removeLeftovers, type RunRecord, writeRunRecord } from '@sprout/core';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../event/run-context.ts';
import type { RunFolder } from './run-folder.ts';

/** The record without state and timings, which `withRunRecord` writes. A resumed run keeps the command of its first start. */
export type RunDescription = Omit<RunRecord, 'state' | 'failure' | 'timings'>;

export interface RunWork<From, T> extends Context {
  /** Finds the position to start from. If it throws, the record is not changed. */
  readonly begin: () => Promise<From>;
  readonly work: (from: From) => Promise<T>;
}

/**
 * Does the work of a run while it holds the lock of the folder, and writes the run's state into the record: running, then
 * completed, interrupted (where `work` throws the signal's reason) or failed.
 *
 * @throws {SproutError} `run-locked` while another process works in the folder, and whatever `begin` and `work` throw.
 */
export async function withRunRecord<From, T>(
  run: RunFolder,
  description: RunDescription,
  { begin, work, say, signal }: RunWork<From, T>,
): Promise<T> {
  await using _ = await lock(join(run.folder, 'lock'), run.folder);
  await removeLeftovers(run.folder);
  const from = await begin();
  const before = await readRunRecord(run.record).catch(() => undefined);
  const write = stateWriter(run, description, before);
  await write('running').catch(async (error: unknown) => {
    if (before === undefined) await rm(run.folder, { recursive: true, force: true }); // it was made just now and holds nothing
    throw error;
  });
  let result: T;
  try {
    say({ type: 'run-started', run: run.folder, resumed: from !== undefined });
    result = await work(from);
    await write('completed');
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const state = signal.aborted && error === signal.reason ? 'interrupted' : 'failed';
    await write(state, state === 'failed' ? failure : undefined).catch(() => undefined); // the first error tells more
    say({ type: 'run-ended', run: run.folder, state });
    throw error;
  }
  say({ type: 'run-ended', run: run.folder, state: 'completed' });
  return result;
}

/** Writes the record with a state. The time of a run that is resumed is added to the time of `before`. */
function stateWriter(
  run: RunFolder,
  description: RunDescription,
  before: RunRecord | undefined,
): (state: RunRecord['state'], failure?: string) => Promise<void> {
  // oxlint-disable-next-line eslint/no-restricted-globals -- a record says when its run began
  const started = before?.timings.started ?? new Date().toISOString();
  const seconds = before?.timings.seconds['total'] ?? 0;
  const begun = performance.now();
  return (state, failure) =>
    writeRunRecord(run.record, {
      ...description,
      ...(before !== undefined && { command: before.command }),
      state,
      ...(failure !== undefined && { failure }),
      timings: {
        started,
        // oxlint-disable-next-line eslint/no-restricted-globals -- and when it ended
        ...(state !== 'running' && { ended: new Date().toISOString() }),
        seconds: { total: seconds + (performance.now() - begun) / 1000 },
      },
    });
}
