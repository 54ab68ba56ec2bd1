import { mkdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { pid } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { SproutError } from '../../errors/sprout-error.ts';
import { isRunningHere, processPlace, processTag } from '../system/process-tag.ts';
import { systemCode } from '../system/system-reason.ts';
import { unwritable } from '../system/unwritable.ts';
import { isSilent } from './is-silent.ts';
import { createLockFile, type LockFile, readLockFile } from './lock-file.ts';

const BEAT_MS = 10_000;
const SILENT_MS = 60_000;
const RETRY_MS = 5;
const ABANDONED_MS = 5000;

/**
 * Takes a lock that only one process can hold at a time. It is a file with the process number, the host, the start time and
 * the place of its holder, who writes it again every ten seconds. The lock of a process that has ended is taken over. The
 * processes of another host or container cannot be seen here: their lock is taken over if it was not written for a minute.
 *
 * @param path The lock file.
 * @param subject Names the locked run or folder in the error message.
 * @returns The lock. Disposing of it releases it.
 * @throws {SproutError} `run-locked` while another process holds it, `file-unwritable`.
 */
export async function lock(path: string, subject: string): Promise<AsyncDisposable> {
  const mine = `${processTag()}\nprocess ${pid} on ${hostname()}\n${processPlace()}\n`;
  let file: LockFile | undefined;
  while ((file = await createLockFile(path, mine)) === undefined) {
    const theirs = await readLockFile(path);
    if (theirs === undefined) continue; // it was released in the meantime
    await checkEnded(path, theirs, subject);
    await removeStale(path, theirs);
  }
  return held(path, mine, file);
}

function held(path: string, content: string, file: LockFile): AsyncDisposable {
  const beat = setInterval(() => void file.touch().catch(() => undefined), BEAT_MS).unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(beat);
      await file.close();
      const found = await readLockFile(path).catch(() => undefined);
      if (found === content) await rm(path, { force: true });
    },
  };
}

/**
 * The holder of a lock, as `process 12 on host`.
 *
 * @returns `undefined` if the lock is free, or if the process that held it has ended.
 * @throws {SproutError} `file-unwritable` for a path that is not a regular file.
 */
export async function lockHolder(path: string): Promise<string | undefined> {
  const content = await readLockFile(path);
  return content === undefined ? undefined : (await holderOf(path, content))?.name;
}

interface Holder {
  readonly name: string;
  /** Whether its process can be seen here. */
  readonly isHere: boolean;
}

/** The holder of a lock, while it may be running. */
async function holderOf(path: string, content: string): Promise<Holder | undefined> {
  const [tag = '', name = '', place] = content.split('\n');
  if (tag === '') return undefined;
  const isHere = place === processPlace();
  const hasEnded = isHere ? !isRunningHere(tag) : await isSilent(path, SILENT_MS);
  return hasEnded ? undefined : { name: name === '' ? 'an unknown process' : name, isHere };
}

/** @throws {SproutError} `run-locked` while the holder of a lock may be running. */
async function checkEnded(path: string, content: string, subject: string): Promise<void> {
  const found = await holderOf(path, content);
  if (found === undefined) return;
  const advice = found.isHere ? undefined : 'if that has ended, the lock is free after a minute';
  throw new SproutError('run-locked', { run: subject, holder: found.name, advice });
}

/**
 * Removes a lock unless it was replaced since it was read. A guard folder lets one process at a time compare and remove it:
 * without the guard, a new lock that another process takes between the two steps would be removed.
 */
async function removeStale(path: string, seen: string): Promise<void> {
  const guard = `${path}.removal`;
  if (!(await enter(guard))) return;
  try {
    if ((await readLockFile(path)) === seen) await rm(path, { force: true });
  } finally {
    await rm(guard, { recursive: true, force: true });
  }
}

/**
 * Makes the guard and returns true, or waits until another process has removed it and returns false. A guard that exists for
 * longer than `ABANDONED_MS` was left by a crash and is removed.
 */
async function enter(guard: string): Promise<boolean> {
  try {
    await mkdir(guard);
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw unwritable(guard, error);
  }
  const found = await modifiedAt(guard);
  if (found === undefined) return false;
  const start = performance.now();
  while ((await modifiedAt(guard)) === found) {
    if (performance.now() - start > ABANDONED_MS) await rm(guard, { recursive: true, force: true });
    else await setTimeout(RETRY_MS);
  }
  return false;
}

async function modifiedAt(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
