import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { SproutError } from '../errors/sprout-error.ts';
import { systemCode, systemReason } from './system-reason.ts';

/** The file in a folder that lists the others. */
export const MANIFEST = 'manifest.json';

/** File names and what is in them. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

interface Line {
  readonly name: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The text of the manifest of these files. */
export function formatManifest(files: FolderFiles): string {
  return JSON.stringify([...files].map(([name, data]): Line => ({ name, sha256: sha256(data) })));
}

/**
 * Reads the files that a folder's manifest lists and checks them against it.
 *
 * @throws {SproutError} `file-missing` without a manifest, `file-invalid` where a file is not as it was written.
 */
export async function readListedFiles(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const line of await readManifest(join(folder, MANIFEST))) {
    const file = join(folder, line.name);
    const data = await read(file);
    if (sha256(data) !== line.sha256) {
      throw new SproutError('file-invalid', {
        file,
        reason: `its SHA-256 is not the one in ${MANIFEST}`,
      });
    }
    files.set(line.name, data);
  }
  return files;
}

async function readManifest(file: string): Promise<readonly Line[]> {
  const lines = parse((await read(file)).toString());
  if (Array.isArray(lines) && lines.every(isLine)) return lines;
  throw new SproutError('file-invalid', { file, reason: 'not a list of names and hashes' });
}

async function read(file: string): Promise<Buffer> {
  return await readFile(file).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT' && basename(file) === MANIFEST) {
      throw new SproutError('file-missing', { file }, { cause: error });
    }
    throw new SproutError('file-invalid', { file, reason: systemReason(error) }, { cause: error });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names lead to nothing outside the folder. */
function isLine(line: unknown): line is Line {
  if (typeof line !== 'object' || line === null || !('name' in line) || !('sha256' in line))
    return false;
  const { name, sha256: hash } = line;
  if (typeof name !== 'string' || typeof hash !== 'string') return false;
  return !/^\.{0,2}$|[/\\]/.test(name);
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
