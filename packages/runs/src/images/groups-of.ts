import { type Dataset, parseCsv, readText, SproutError } from '@sprout/core';
import { isTable } from '../config/is-table.ts';
import { pattern } from '../config/pattern.ts';
import type { Context } from '../event/run-context.ts';
import { DUPLICATE_COLUMNS } from './duplicate-columns.ts';
import { idsByPath } from './ids-by-path.ts';

/** The most images without a group that a warning names. */
const NAMED = 3;

interface Groups {
  /** The name of the group of a sample; empty if it has none. */
  readonly nameOf: (id: string) => string;
  /** Whether samples without a name are expected, because the table lists only duplicates. */
  readonly isOfDuplicates: boolean;
}

/**
 * A function from a sample's id to the name of its group. `source` is a CSV file with the columns path and group, or a regular
 * expression whose first capture group (or whole match) is the name. A sample without a name is a group of its own; an event has
 * their number.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`; `option-invalid` for a source that names no group of any sample.
 */
export async function groupsOf(
  source: string,
  dataset: Dataset,
  emit: Context['emit'],
): Promise<(id: string) => string> {
  const groups = isTable(source) ? await groupsInFile(source, dataset) : groupsByPattern(source);
  if (groups === undefined) return (id) => id;
  const { nameOf, isOfDuplicates } = groups;
  const without = Array.from(dataset.samples, ({ id }) => id).filter((id) => nameOf(id) === '');
  const [first] = without;
  if (first !== undefined && without.length === dataset.samples.length) {
    const rule = `a pattern or a CSV file that names groups of the images (${first} and others)`;
    throw new SproutError('option-invalid', { option: 'groupBy', value: source, rule });
  }
  if (first !== undefined && !isOfDuplicates)
    emit({ type: 'groups-missing', count: without.length, first: without.slice(0, NAMED) });
  return (id) => nameOf(id) || id;
}

/** `undefined` for a table without rows, which `inspect` writes if there are no duplicates. */
async function groupsInFile(file: string, dataset: Dataset): Promise<Groups | undefined> {
  const [header = [], ...rows] = parseCsv(await readText(file));
  const path = header.indexOf('path');
  const group = header.indexOf('group');
  if (path < 0 || group < 0) {
    throw new SproutError('file-invalid', {
      file,
      reason: 'its first line must name the columns path and group',
    });
  }
  if (rows.length === 0) return undefined;
  const idOf = idsByPath(dataset);
  const names = new Map(rows.map((cells) => [idOf(cells[path] ?? ''), cells[group] ?? '']));
  const isOfDuplicates = DUPLICATE_COLUMNS.every((column) => header.includes(column));
  return { nameOf: (id) => names.get(id) ?? '', isOfDuplicates };
}

function groupsByPattern(source: string): Groups {
  const expression = pattern(source);
  if (expression === undefined) {
    const rule = 'a regular expression, or a CSV file';
    throw new SproutError('option-invalid', { option: 'groupBy', value: source, rule });
  }
  const nameOf = (id: string): string => {
    const match = expression.exec(id);
    return match?.[1] ?? match?.[0] ?? '';
  };
  return { nameOf, isOfDuplicates: false };
}
