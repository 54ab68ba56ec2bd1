import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { patterned } from './patterned.ts';

/** Writes images in which all pixels differ, two of the class `blue` and one of the class `red`. */
export async function writePatterned(folder: string): Promise<void> {
  for (const [number, id] of ['blue/0.png', 'blue/1.png', 'red/0.png'].entries()) {
    await mkdir(dirname(join(folder, id)), { recursive: true });
    await writeFile(join(folder, id), await patterned(number));
  }
}

/** The digest of each file below a folder, by its path. */
export async function contents(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const digests = await Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, string]> => {
      const file = join(parentPath, name);
      const digest = createHash('sha256').update(await readFile(file));
      return [file.slice(path.length + 1), digest.digest('hex')];
    }),
  );
  return Object.fromEntries(digests.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The digests of the images below a folder. */
export const imagesOf = async (path: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await contents(path)).filter(([name]) => name.endsWith('.png')),
  );

/** The lines of a log. */
export const linesOf = async (log: string): Promise<Record<string, unknown>[]> =>
  (await readFile(log, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
