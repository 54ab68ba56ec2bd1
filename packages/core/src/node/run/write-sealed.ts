import { basename, dirname, join } from 'node:path';
import { writeAtomic } from '../write/write-atomic.ts';
import { hashOf, readSeals, sha256, writeSeals } from './seals.ts';

/**
 * Writes a file as `writeAtomic` does, with a seal in the same folder, by which `changedFiles` finds later changes. The seal of the
 * new content is written first, beside that of the old content: whenever the process ends, the file matches one of them.
 *
 * Only one process at a time may write sealed files of a folder, one after another.
 *
 * @throws {SproutError} `file-unwritable`; `file-invalid` if the seals of the folder were changed.
 */
export async function writeSealed(file: string, text: string): Promise<void> {
  const [folder, name] = [dirname(file), basename(file)];
  const seals = await readSeals(folder);
  const [next, before] = [sha256(text), await hashOf(file)];
  const known = seals.get(name);
  const isOwn = before !== undefined && (known === undefined || known.includes(before));
  const accepted = isOwn && before !== next ? [next, before] : [next];
  if (known?.join() !== accepted.join())
    await writeSeals(folder, new Map([...seals, [name, accepted]]));
  await writeAtomic(file, text);
}

/**
 * Removes the seals of contents that were replaced since, so that each file of a folder has one seal.
 *
 * @throws {SproutError} as `writeSealed`
 */
export async function settleSeals(folder: string): Promise<void> {
  const seals = await readSeals(folder);
  const settled = new Map(seals);
  for (const [name, accepted] of seals) {
    if (accepted.length < 2) continue;
    const now = await hashOf(join(folder, name));
    if (now !== undefined && accepted.includes(now)) settled.set(name, [now]);
  }
  if ([...settled].join() !== [...seals].join()) await writeSeals(folder, settled);
}
