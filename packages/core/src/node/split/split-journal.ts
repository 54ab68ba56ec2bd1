import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import { formatCsv, parseCsv } from '../../table/csv.ts';
import { isWithin } from '../system/is-within.ts';
import { readText } from '../system/read-text.ts';
import { realPath } from '../system/real-path.ts';
import { writeAtomic } from '../write/write-atomic.ts';
import type { SplitPlan } from './split-plan.ts';

/** The path of the journal: the plan of a split, in its folder. Completing or undoing the split needs nothing else. */
export function journalOf(out: string): string {
  return join(out, 'split-journal.csv');
}

/** The path of the lock that a process holds while it changes the split. */
export function splitLockOf(out: string): string {
  return join(out, '.split.lock');
}

/**
 * Writes the plan, before any of it is carried out. Its paths must be absolute. The last row has a hash of the others.
 *
 * @throws {SproutError} `file-unwritable`
 */
export async function writeJournal({ mode, out, transfers }: SplitPlan): Promise<void> {
  const rows = transfers.map(({ from, to }) => [mode, from, to]);
  const text = formatCsv([['mode', 'from', 'to'], ...rows]);
  await writeAtomic(journalOf(out), text + sealOf(text));
}

/**
 * Reads the plan of a split.
 *
 * @param dataset The folder from which the files came.
 * @throws {SproutError} `file-missing` when there is no journal; `file-invalid` when it was changed since it was written, or
 * names a file outside of the two folders.
 */
export async function readJournal(out: string, dataset: string): Promise<SplitPlan> {
  const file = journalOf(out);
  const text = await readText(file);
  const [header = [], ...rows] = parseCsv(text);
  rows.pop(); // the seal
  const [mode = ''] = rows[0] ?? [];
  if (header.join() !== 'mode,from,to' || (mode !== 'copy' && mode !== 'move'))
    throw new SproutError('file-invalid', { file, reason: 'not the journal of a split' });
  const sealed = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1);
  if (text !== sealed + sealOf(sealed))
    throw new SproutError('file-invalid', { file, reason: 'it was changed since it was written' });
  const transfers = rows.map(([, from = '', to = '']) => ({ from, to }));
  const plan: SplitPlan = { mode, out, transfers };
  await checkPlaces(plan, dataset);
  return plan;
}

function sealOf(text: string): string {
  return formatCsv([['sha256', createHash('sha256').update(text).digest('hex'), '']]);
}

/**
 * Checks that each file comes from the data set and goes into the folder of the split. Links are followed, except those from the
 * data set to the originals of copies, which are only read.
 *
 * @throws {SproutError} `file-invalid`
 */
async function checkPlaces({ mode, out, transfers }: SplitPlan, dataset: string): Promise<void> {
  const realFolders = new Map<string, Promise<string>>();
  const realFolder = (folder: string): Promise<string> => {
    let real = realFolders.get(folder);
    if (real === undefined) realFolders.set(folder, (real = realPath(folder)));
    return real;
  };
  const isBelow = async (path: string, folder: string): Promise<boolean> => {
    if (resolve(path) !== path || path === folder) return false;
    if (mode === 'copy' && folder === dataset) return isWithin(path, folder);
    return isWithin(
      join(await realFolder(dirname(path)), basename(path)),
      await realFolder(folder),
    );
  };
  const file = journalOf(out);
  for (const { from, to } of transfers) {
    for (const [path, folder] of [
      [from, dataset],
      [to, out],
    ] as const) {
      if (await isBelow(path, folder)) continue;
      throw new SproutError('file-invalid', { file, reason: `${path} is not inside of ${folder}` });
    }
    if (from === to)
      throw new SproutError('file-invalid', { file, reason: `${from} is its own target` });
  }
}
