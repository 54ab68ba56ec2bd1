import { join } from 'node:path';
import { removeLeftoversIn } from './remove-leftovers-in.ts';

/**
 * Removes the temporary files and folders below a folder whose processes have ended, by the rule of `removeLeftoversIn`.
 *
 * @returns The paths that were removed. None when the folder does not exist.
 */
export async function removeLeftovers(folder: string): Promise<string[]> {
  const { removed, left } = await removeLeftoversIn(folder);
  const all = [...removed];
  for (const entry of left)
    if (entry.isDirectory()) all.push(...(await removeLeftovers(join(folder, entry.name))));
  return all;
}
