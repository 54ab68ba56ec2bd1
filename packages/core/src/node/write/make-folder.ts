import { mkdir } from 'node:fs/promises';
import { unwritable } from '../system/unwritable.ts';

/** Creates a folder and its parents unless they exist. @throws {SproutError} `file-unwritable`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}
