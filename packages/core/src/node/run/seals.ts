import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isSproutError, SproutError } from '../../errors/sprout-error.ts';
import { readText } from '../system/read-text.ts';
import { writeAtomic } from '../write/write-atomic.ts';

/**
 * The names of the sealed files of a folder, each with the SHA-256 of its content. A file that is being replaced has two: that of
 * the new content and that of the old one.
 */
export type Seals = ReadonlyMap<string, readonly string[]>;

/** The name of the file that holds the seals of its folder, and a seal of itself. */
export const SEALS = 'seals.json';

/**
 * Reads the seals of a folder.
 *
 * @returns No seals if there is no such file, as in runs of older versions.
 * @throws {SproutError} `file-invalid` when the file was changed since it was written.
 */
export async function readSeals(folder: string): Promise<Seals> {
  const file = join(folder, SEALS);
  const text = await readText(file).catch((error: unknown) => {
    if (isSproutError(error, 'file-missing')) return undefined;
    throw error;
  });
  if (text === undefined) return new Map();
  const seals = parseSeals(text);
  if (seals !== undefined && sealsText(seals) === text) return seals;
  throw new SproutError('file-invalid', { file, reason: 'it was changed since it was written' });
}

/** Writes the seals of a folder. @throws {SproutError} `file-unwritable` */
export async function writeSeals(folder: string, seals: Seals): Promise<void> {
  await writeAtomic(join(folder, SEALS), sealsText(seals));
}

/** The SHA-256 of a text or of bytes. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The SHA-256 of a file. @returns `undefined` if it does not exist or cannot be read. */
export async function hashOf(file: string): Promise<string | undefined> {
  try {
    return (await stat(file)).isFile() ? sha256(await readFile(file)) : undefined;
  } catch {
    return undefined;
  }
}

function sealsText(seals: Seals): string {
  const files = Object.fromEntries(seals);
  return `${JSON.stringify({ files, seal: sha256(JSON.stringify(files)) }, null, 2)}\n`;
}

/** The seals in a text; `undefined` for a text of another form. */
function parseSeals(text: string): Seals | undefined {
  try {
    const { files } = JSON.parse(text) as { readonly files: Record<string, unknown> }; // its form is checked below
    const entries = Object.entries(files).filter(
      (entry): entry is [string, string[]] =>
        basename(entry[0]) === entry[0] && Array.isArray(entry[1]),
    );
    return new Map(entries);
  } catch {
    return undefined;
  }
}
