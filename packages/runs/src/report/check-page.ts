import { readText, SproutError } from '@sprout/core';
import { pageContent } from '@sprout/viz';
import { pathExists } from '../run/path-exists.ts';

export interface CheckPageOptions {
  /** What a page that may be replaced is about. */
  readonly content: string;
  /** The same in words, for the error. */
  readonly kind: string;
  /** The option that names the file. */
  readonly option: string;
}

/**
 * Checks that a page may be written to a file: there is no such file, or it is a page about the same.
 *
 * @throws {SproutError} `file-exists` for any other file; `file-invalid` for a file that cannot be read.
 */
export async function checkPage(
  file: string,
  { content, kind, option }: CheckPageOptions,
): Promise<void> {
  if (!(await pathExists(file)) || pageContent(await readText(file)) === content) return;
  throw new SproutError('file-exists', { file, reason: `it is not ${kind}`, option });
}
