import {
  lock,
  readRunRecord,
  removeLeftovers,
  type RunRecord,
  settleSeals,
  writeRunRecord,
} from '@sprout/core';
import { rm, rmdir } from 'node:fs/promises';
import type { Context } from '../event/run-context.ts';
import type { Extension } from './extension-of.ts';
import type { RunFolder } from './run-folder.ts';

/** The parts of a record that do not change during a run. */
export type RunDescription = Omit<RunRecord, 'extended' | 'state' | 'failure' | 'timings'>;

export interface RunWork<Begun, T> extends Context {
  /**
   * Finds the position to start from, and the changes of the number of epochs. If it throws, the record is not changed.
   *
   * @param before The record of a run that is resumed.
   */
  readonly begin: (before: RunRecord | undefined) => Promise<Begun>;
  readonly work: (begun: Begun) => Promise<T>;
}

/** What the record and the events of a run need to know of its beginning. */
export interface RunBeginning {
  /** The position to start from; `undefined` for a new run. */
  readonly from: unknown;
  readonly extended: readonly Extension[];
  /** The change of the number of epochs that is made now. */
  readonly extension?: Extension | undefined;
}

/**
 * Does the work of a run while it holds the lock of the run folder, and writes the state into the record: running, and then
 * completed, interrupted (if `work` throws the signal's reason) or failed.
 *
 * @throws {SproutError} `run-locked` while another process holds the lock; and as `begin` and `work`.
 */
export async function withRunRecord<Begun extends RunBeginning, T>(
  run: RunFolder,
  description: RunDescription,
  { begin, work, emit, signal }: RunWork<Begun, T>,
): Promise<T> {
  await using _ = await lock(run.lock, run.folder).catch(async (error: unknown) => {
    await rmdir(run.folder).catch(() => undefined); // a new run, which has no files yet: other folders are not empty
    throw error;
  });
  await removeLeftovers(run.folder);
  const before = await readRunRecord(run.record).catch(() => undefined);
  const begun = await begin(before);
  const { from, extended } = begun;
  const own = { ...description, ...(extended.length > 0 && { extended: [...extended] }) };
  const write = stateWriter(run, own, { before, isDone: wasDone(before, begun) });
  await write('running').catch(async (error: unknown) => {
    if (before === undefined) await rm(run.folder, { recursive: true, force: true }); // a new run, which has no files yet
    throw error;
  });
  let result: T;
  try {
    emit({ type: 'run-started', run: run.folder, resumed: from !== undefined });
    result = await work(begun);
    await write('completed');
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    const state = signal.aborted && error === signal.reason ? 'interrupted' : 'failed';
    await write(state, state === 'failed' ? failure : undefined).catch(() => undefined); // the first error is the cause
    emit({ type: 'run-ended', run: run.folder, state });
    throw error;
  }
  emit({ type: 'run-ended', run: run.folder, state: 'completed' });
  return result;
}

/** Whether a run was finished before and no epoch is left to train: then only its results are written again. */
function wasDone(before: RunRecord | undefined, { extension }: RunBeginning): boolean {
  return before?.state === 'completed' && extension === undefined;
}

interface StateWriterOptions {
  /** The record of a run that is resumed. */
  readonly before: RunRecord | undefined;
  readonly isDone: boolean;
}

/**
 * Writes the record with a state. A resumed run keeps the command and the start of `before`, and adds to its time unless it was done
 * before.
 */
function stateWriter(
  run: RunFolder,
  description: RunDescription & Pick<RunRecord, 'extended'>,
  { before, isDone }: StateWriterOptions,
): (state: RunRecord['state'], failure?: string) => Promise<void> {
  const started = before?.timings.started ?? currentTime();
  const seconds = before?.timings.seconds['total'] ?? 0;
  const begun = performance.now();
  const passed = () => (isDone ? 0 : (performance.now() - begun) / 1000);
  return async (state, failure) => {
    await writeRunRecord(run.record, {
      ...description,
      ...(before !== undefined && { command: before.command }),
      state,
      ...(failure !== undefined && { failure }),
      timings: {
        started,
        ...(state !== 'running' && { ended: (isDone && before?.timings.ended) || currentTime() }),
        seconds: { total: seconds + passed() },
      },
    });
    if (state !== 'running') await settleSeals(run.folder).catch(() => undefined); // the seals are valid without this too
  };
}

function currentTime(): string {
  // oxlint-disable-next-line eslint/no-restricted-globals -- run.json says when its run began and ended; nothing is computed from it
  return new Date().toISOString();
}
