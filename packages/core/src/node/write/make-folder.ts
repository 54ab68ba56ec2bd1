import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { unwritable } from '../system/unwritable.ts';
import { syncFolder } from './sync-folder.ts';

/** Creates a folder and its parents unless they exist, and flushes new ones to the disk. @throws {SproutError} `file-unwritable`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    const top = resolve(first);
    for (let made = resolve(folder); made.length >= top.length; made = dirname(made))
      await syncFolder(dirname(made));
  } catch (error) {
    throw unwritable(folder, error);
  }
}
