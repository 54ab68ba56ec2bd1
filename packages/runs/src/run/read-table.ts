import { parseCsv, readText, SproutError } from '@sprout/core';

/**
 * Reads the rows of a CSV file below its header. Each row has a cell for every column.
 *
 * @param columns The first columns of the header.
 * @throws {SproutError} `file-missing`, `file-invalid`.
 */
export async function readTable(file: string, columns: readonly string[]): Promise<string[][]> {
  const [header = [], ...rows] = parseCsv(await readText(file));
  if (columns.some((column, at) => header[at] !== column)) {
    const reason = `its first line must begin with ${columns.join()}`;
    throw new SproutError('file-invalid', { file, reason });
  }
  const short = rows.findIndex((row) => row.length !== header.length);
  if (short === -1) return rows;
  const reason = `line ${short + 2} has ${rows[short]!.length} cells where ${header.length} belong`;
  throw new SproutError('file-invalid', { file, reason });
}
