import { join } from 'node:path';
import { isSproutError } from '../../errors/sprout-error.ts';
import { hashOf, readSeals, SEALS, type Seals } from './seals.ts';

/**
 * The sealed files of a folder that were changed since `writeSealed` wrote them.
 *
 * @returns Their names, or `seals.json` alone if the seals were changed. Files that are missing or have no seal are left out.
 */
export async function changedFiles(folder: string): Promise<string[]> {
  const changed = await compareFiles(folder);
  // again, because a process that writes the files may have replaced one and its seal between the two readings
  return changed.length === 0 ? changed : await compareFiles(folder);
}

async function compareFiles(folder: string): Promise<string[]> {
  const hashes = new Map<string, string>();
  let seals: Seals;
  try {
    for (const name of (await readSeals(folder)).keys()) {
      const hash = await hashOf(join(folder, name));
      if (hash !== undefined) hashes.set(name, hash);
    }
    seals = await readSeals(folder); // after the files: the seal of a new content is written before the content
  } catch (error) {
    if (isSproutError(error, 'file-invalid')) return [SEALS];
    throw error;
  }
  return [...hashes].flatMap(([name, hash]) => (seals.get(name)?.includes(hash) ? [] : [name]));
}
