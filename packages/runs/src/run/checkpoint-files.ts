import { makeFolder, SproutError, writeAtomic } from '@sprout/core';
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from '@sprout/train';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunFolder } from './run-folder.ts';

/** Writes a checkpoint atomically: after a crash the previous one still exists. */
export async function writeCheckpoint(file: string, checkpoint: Checkpoint): Promise<void> {
  await makeFolder(dirname(file));
  await writeAtomic(file, await encodeCheckpoint(checkpoint));
}

/** Reads a checkpoint. @returns `undefined` if the file does not exist. @throws {SproutError} `file-invalid`. */
export async function readCheckpoint(file: string): Promise<Checkpoint | undefined> {
  try {
    return await decodeCheckpoint(await readFile(file), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined; // an Error of Node or of the decoder
    throw error;
  }
}

/** The error for a checkpoint that was written and does not exist any more. */
export function checkpointGone({ folder }: RunFolder, file: string): SproutError {
  return new SproutError('run-incompatible', { run: folder, reason: `${file} is gone` });
}
