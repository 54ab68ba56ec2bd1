import { mkdir } from 'node:fs/promises';
import { unwritable } from '../system/unwritable.ts';

/** Makes a folder, and those above it, where it is missing. @throws {SproutError} `file-unwritable`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}
