import { lock, readRunRecord, removeLeftovers, type RunRecord, writeRunRecord } from '@sprout/core';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Interrupted } from '../terminal/interrupted.ts';
import type { RunFolder } from './run-folder.ts';

/** What a record says before the work begins; state and timings are kept while it goes on. A run that is resumed keeps its command. */
export type RunDescription = Omit<RunRecord, 'state' | 'failure' | 'timings'>;

export interface RunWork<From, T> {
  /** Finds out whether and where to go on; where it throws, the record stays as it is. */
  readonly begin: () => Promise<From>;
  readonly work: (from: From) => Promise<T>;
}

/**
 * Does the work of a run with its folder locked and its record kept: running, then completed, interrupted or failed.
 *
 * @throws {SproutError} `run-locked` while another process works in the folder, and whatever `begin` and `work` throw.
 */
export async function withRunRecord<From, T>(
  run: RunFolder,
  description: RunDescription,
  { begin, work }: RunWork<From, T>,
): Promise<T> {
  await using _ = await lock(join(run.folder, 'lock'), run.folder);
  await removeLeftovers(run.folder);
  const from = await begin();
  const before = await readRunRecord(run.record).catch(() => undefined);
  const started = before?.timings.started ?? new Date().toISOString();
  const seconds = before?.timings.seconds['total'] ?? 0;
  const begun = performance.now();
  const write = (state: RunRecord['state'], failure?: string): Promise<void> =>
    writeRunRecord(run.record, {
      ...description,
      ...(before !== undefined && { command: before.command }),
      state,
      ...(failure !== undefined && { failure }),
      timings: {
        started,
        ...(state !== 'running' && { ended: new Date().toISOString() }),
        seconds: { total: seconds + (performance.now() - begun) / 1000 },
      },
    });
  await write('running').catch(async (error: unknown) => {
    if (before === undefined) await rm(run.folder, { recursive: true, force: true }); // made just now, and of no use
    throw error;
  });
  try {
    const result = await work(from);
    await write('completed');
    return result;
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const state = error instanceof Interrupted ? 'interrupted' : 'failed';
    await write(state, state === 'failed' ? failure : undefined).catch(() => undefined); // the first error tells more
    throw error;
  }
}
