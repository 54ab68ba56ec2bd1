import { parseCsv, readText, SproutError } from '@sprout/core';

/**
 * How samples belong together, by their ids: a CSV file with the columns path and group, or a regular expression whose
 * first group (or match) names the group. A sample that neither speaks of is a group of its own.
 *
 * @throws {SproutError} `file-missing`, `file-invalid`, `option-invalid`.
 */
export async function groupsOf(source: string): Promise<(id: string) => string> {
  return isTable(source) ? groupsInFile(source) : groupsByPattern(source);
}

/** Whether groups are named by a CSV file rather than by a pattern. */
export function isTable(source: string): boolean {
  return source.toLowerCase().endsWith('.csv');
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
