import { parseCsv, readText, SproutError } from '@sprout/core';

/** The names of the column of paths, and of that of tags. `image_name` is that of Planet Amazon. */
const PATHS: readonly string[] = ['path', 'image_name'];
const TAGS = 'tags';

/**
 * Reads a CSV file with the columns path (or image_name) and tags. Tags are separated by spaces, commas, semicolons or `|`.
 *
 * @returns The tags by path, without repetitions, in the order of the file.
 * @throws {SproutError} `file-missing`, `file-invalid`
 */
export async function readTags(file: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const [header = [], ...rows] = parseCsv(await readText(file));
  const path = header.findIndex((name) => PATHS.includes(name));
  const tags = header.indexOf(TAGS);
  if (path < 0 || tags < 0) {
    const reason = 'its first line must name the columns path (or image_name) and tags';
    throw new SproutError('file-invalid', { file, reason });
  }
  const read = new Map<string, readonly string[]>();
  for (const row of rows) {
    const name = row[path] ?? '';
    if (read.has(name))
      throw new SproutError('file-invalid', { file, reason: `${name} is listed twice` });
    const own = (row[tags] ?? '').split(/[\s,;|]+/).filter((tag) => tag !== '');
    read.set(name, [...new Set(own)]);
  }
  return read;
}
