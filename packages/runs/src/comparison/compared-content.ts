import { canonicalJson, SproutError } from '@sprout/core';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { ComparedKind } from '../run/compared-kind.ts';

/**
 * What the page of a comparison is about: the same for the same folders in any order. The page does not show the paths, so it has
 * their hash.
 *
 * @throws {SproutError} `option-invalid` if a folder is named twice.
 */
export function comparedContent(folders: readonly string[], kind: ComparedKind): string {
  const paths = folders.map((folder) => resolve(folder)).toSorted();
  const twice = paths.findIndex((path, at) => path === paths[at + 1]);
  if (twice !== -1) {
    const named = folders.find((folder) => resolve(folder) === paths[twice]);
    const rule = 'named once: it does not differ from itself';
    throw new SproutError('option-invalid', {
      option: `each ${kind}`,
      value: `${named} twice`,
      rule,
    });
  }
  const hash = createHash('sha256').update(canonicalJson(paths)).digest('hex');
  return `comparison ${hash.slice(0, 32)}`;
}
