import { realPath, SproutError } from '@sprout/core';
import { relative, resolve, sep } from 'node:path';

export interface CheckOutsideOptions {
  /** The option with the path. */
  readonly option: string;
  /** The value of the option in the error; by default the path. */
  readonly value?: string | undefined;
}

/**
 * Checks that a path is not inside a data set, links followed. Writing there could overwrite an image, and the next scan would
 * read the new files as images.
 *
 * @throws {SproutError} `option-invalid`
 */
export async function checkOutside(
  folder: string,
  out: string,
  { option, value = out }: CheckOutsideOptions,
): Promise<void> {
  const path = relative(await realPath(folder), await realPath(out));
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path;
  if (isOutside) return;
  throw new SproutError('option-invalid', { option, value, rule: `outside of ${folder}` });
}
