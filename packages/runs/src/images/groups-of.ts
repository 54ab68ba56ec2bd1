import { parseCsv, readText, SproutError } from '@sprout/core';
import { isTable } from '../config/is-table.ts';

/**
 * A function from a sample's id to the name of its group. `source` is a CSV file with the columns path and group, or a regular
 * expression whose first capture group (or whole match) is the name. A sample without a name is a group of its own.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`, `option-invalid`.
 */
export async function groupsOf(source: string): Promise<(id: string) => string> {
  return isTable(source) ? groupsInFile(source) : groupsByPattern(source);
}

async function groupsInFile(file: string): Promise<(id: string) => string> {
  const [header = [], ...rows] = parseCsv(await readText(file));
  const path = header.indexOf('path');
  const group = header.indexOf('group');
  if (path < 0 || group < 0) {
    throw new SproutError('file-invalid', {
      file,
      reason: 'its first line must name the columns path and group',
    });
  }
  const groups = new Map(rows.map((cells) => [cells[path] ?? '', cells[group] ?? '']));
  return (id) => groups.get(id) ?? id;
}

function groupsByPattern(pattern: string): (id: string) => string {
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, 'u');
  } catch (cause) {
    const rule = 'a regular expression, or a CSV file';
    throw new SproutError('option-invalid', { option: 'groupBy', value: pattern, rule }, { cause });
  }
  return (id) => {
    const match = expression.exec(id);
    return match?.[1] ?? match?.[0] ?? id;
  };
}
