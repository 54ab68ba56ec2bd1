import { isSproutError, readText, SproutError } from '@sprout/core';
import { pageContent } from '@sprout/viz';

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
 * @throws {SproutError} `file-exists` for anything else.
 */
export async function checkPage(
  file: string,
  { content, kind, option }: CheckPageOptions,
): Promise<void> {
  const found = await readText(file).catch((error: unknown) => {
    if (isSproutError(error, 'file-missing')) return undefined;
    if (isSproutError(error, 'file-invalid')) return ''; // a folder, or a file that cannot be read
    throw error;
  });
  if (found === undefined || pageContent(found) === content) return;
  throw new SproutError('file-exists', { file, reason: `it is not ${kind}`, option });
}
