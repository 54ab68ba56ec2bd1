import { isAbsolute, join } from 'node:path';
import { SproutError } from '../../errors/sprout-error.ts';
import { formatCsv, parseCsv } from '../../table/csv.ts';
import type { SplitPlan } from './split-plan.ts';
import { readText } from '../system/read-text.ts';
import { writeAtomic } from '../write/write-atomic.ts';

/** The path of the journal: the plan of a split, in its folder. Completing or undoing the split needs nothing else. */
export function journalOf(out: string): string {
  return join(out, 'split-journal.csv');
}

/**
 * Writes the plan, before any of it is carried out. Its paths must be absolute.
 *
 * @throws {SproutError} `file-unwritable`
 */
export async function writeJournal({ mode, out, transfers }: SplitPlan): Promise<void> {
  const rows = transfers.map(({ from, to }) => [mode, from, to]);
  await writeAtomic(journalOf(out), formatCsv([['mode', 'from', 'to'], ...rows]));
}

/** Reads the plan of a split. @throws {SproutError} `file-missing` when there is no journal, `file-invalid` */
export async function readJournal(out: string): Promise<SplitPlan> {
  const file = journalOf(out);
  const text = await readText(file);
  const [header = [], ...rows] = parseCsv(text);
  const modes = new Set(rows.map(([mode]) => mode));
  const [mode] = modes;
  if (
    header.join() !== 'mode,from,to' ||
    modes.size !== 1 ||
    (mode !== 'copy' && mode !== 'move')
  ) {
    throw new SproutError('file-invalid', { file, reason: 'not the journal of a split' });
  }
  const transfers = rows.map(([, from = '', to = '']) => {
    if (isAbsolute(from) && isAbsolute(to)) return { from, to };
    throw new SproutError('file-invalid', {
      file,
      reason: `not two absolute paths: "${from}", "${to}"`,
    });
  });
  return { mode, out, transfers };
}
