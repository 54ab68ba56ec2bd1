import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SproutError } from '@sprout/core';

/** The first is in memory, where it exists. */
const FOLDERS = ['/dev/shm', tmpdir()];

/**
 * Lends a file with the given bytes until `use` is done, and removes it. On Linux its name is removed at once, so that a crash leaves
 * no file behind.
 *
 * @throws {SproutError} `file-unwritable` if the folder for temporary files takes no file.
 */
export async function withScratchFile<T>(
  bytes: Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> {
  using scratch = createScratch(bytes);
  return await use(scratch.path);
}

interface Scratch extends Disposable {
  readonly path: string;
}

function createScratch(bytes: Uint8Array): Scratch {
  const errors: unknown[] = [];
  for (const folder of FOLDERS) {
    try {
      return writeScratch(join(folder, `sprout-${randomUUID()}.tmp`), bytes);
    } catch (error) {
      errors.push(error);
    }
  }
  const cause = errors.at(-1);
  const reason = cause instanceof Error ? cause.message : String(cause);
  throw new SproutError('file-unwritable', { file: tmpdir(), reason }, { cause });
}

function writeScratch(file: string, bytes: Uint8Array): Scratch {
  const descriptor = openSync(file, 'wx', 0o600);
  const dispose = (): void => {
    closeSync(descriptor);
    rmSync(file, { force: true });
  };
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    const nameless = `/proc/self/fd/${descriptor}`;
    const isNameless = existsSync(nameless);
    if (isNameless) rmSync(file);
    return { path: isNameless ? nameless : file, [Symbol.dispose]: dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}
