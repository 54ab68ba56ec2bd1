import { SproutError } from '@sprout/core';
import { readdir } from 'node:fs/promises';
import { FORMAT_WRITERS } from './format-writers.ts';
import { PAGE_FILES } from './page-files.ts';

/** The names of the files of all formats, and of the page. */
const NAMES = new Set([
  ...Object.values(FORMAT_WRITERS).flatMap(({ files }) => files),
  ...PAGE_FILES,
]);

/**
 * Checks that a folder for an export is new or empty, or holds files of exports alone. Their content is not compared.
 *
 * @throws {SproutError} `folder-occupied`
 */
export async function checkTarget(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []); // writing tells why
  const other = names.find((name) => !NAMES.has(name) && !name.startsWith('.sprout-'));
  if (other !== undefined)
    throw new SproutError('folder-occupied', {
      folder,
      holds: `files that are not of an export, such as ${other}`,
    });
}
