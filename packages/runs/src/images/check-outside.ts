import { SproutError } from '@sprout/core';
import { relative, resolve, sep } from 'node:path';

/**
 * Checks that a path is not inside a data set. Writing there could overwrite an image, and the next scan would read the new files
 * as images.
 *
 * @throws {SproutError} `option-invalid`
 */
export function checkOutside(folder: string, out: string, option: string): void {
  const path = relative(resolve(folder), resolve(out));
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path;
  if (isOutside) return;
  throw new SproutError('option-invalid', { option, value: out, rule: `outside of ${folder}` });
}
