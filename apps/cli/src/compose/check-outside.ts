import { SproutError } from '@sprout/core';
import { relative, resolve, sep } from 'node:path';

/**
 * Refuses to write into a data set, where an image may be in the place, or the next scan would take what was written for data.
 *
 * @throws {SproutError} `option-invalid`
 */
export function checkOutside(folder: string, out: string, option: string): void {
  const way = relative(resolve(folder), resolve(out));
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way;
  if (isOutside) return;
  throw new SproutError('option-invalid', { option, value: out, rule: `outside of ${folder}` });
}
