import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { pid } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { SproutError } from '../../errors/sprout-error.ts';
import { mayBeRunning, processTag } from '../system/process-tag.ts';
import { systemCode } from '../system/system-reason.ts';
import { unwritable } from '../system/unwritable.ts';

const WRITING_MS = 200;
const RETRY_MS = 5;
const ABANDONED_MS = 5000;

/**
 * Takes a lock that only one process can hold at a time. It is a file with the process number, the host and the start
 * time of its holder. The lock of a process that has ended is taken over.
 *
 * @param path The lock file.
 * @param subject Names the locked run or folder in the error message.
 * @returns The lock. Disposing of it releases it.
 * @throws {SproutError} `run-locked` while another process holds it, `file-unwritable`.
 */
export async function lock(path: string, subject: string): Promise<AsyncDisposable> {
  const mine = `${processTag()}\nprocess ${pid} on ${hostname()}\n`;
  while (!(await create(path, mine))) {
    const theirs = await contentOf(path);
    if (theirs === undefined) continue; // it was released in the meantime
    const [tag = '', holder = ''] = theirs.split('\n');
    if (tag !== '' && mayBeRunning(tag)) {
      const here = holder.endsWith(` on ${hostname()}`);
      const advice = here ? '' : `; if that has ended, delete ${path}`;
      const who = holder === '' ? 'an unknown process' : holder;
      throw new SproutError('run-locked', { run: subject, holder: who + advice });
    }
    await removeStale(path, theirs);
  }
  return {
    [Symbol.asyncDispose]: async () => {
      if ((await contentOf(path)) === mine) await rm(path, { force: true });
    },
  };
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw unwritable(path, error);
  }
}

/** The content of a lock file. An empty one is read again a little later: its process may still be writing it. */
async function contentOf(path: string): Promise<string | undefined> {
  try {
    const content = await readFile(path, 'utf8');
    if (content !== '') return content;
    await setTimeout(WRITING_MS);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw unwritable(path, error);
  }
}

/**
 * Removes a lock unless it was replaced since it was read. A guard folder lets one process at a time compare and remove it:
 * without the guard, a new lock that another process takes between the two steps would be removed.
 */
async function removeStale(path: string, seen: string): Promise<void> {
  const guard = `${path}.removal`;
  if (!(await enter(guard))) return;
  try {
    if ((await contentOf(path)) === seen) await rm(path, { force: true });
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
