import { SproutError } from '@sprout/core';
import { relative, resolve, sep } from 'node:path';

/**
 * Refuses to write into a data set: an image could be overwritten, and the next scan would read the new files as images.
 *
 * @throws {SproutError} `option-invalid`
 */
export function checkOutside(folder: string, out: string, option: string): void {
  const way = relative(resolve(folder), resolve(out));
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way;
  if (isOutside) return;
  throw new SproutError('option-invalid', { option, value: out, rule: `outside of ${folder}` });
}
