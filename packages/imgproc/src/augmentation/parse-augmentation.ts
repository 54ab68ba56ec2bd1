import type { Augmentation } from '@sprout/core';
import { augmentationOps } from '../ops/index.ts';
import { parseOps } from '../recipe/parse-ops.ts';

/**
 * Checks an augmentation and fills in its defaults. Parsing the result again gives the same.
 *
 * @throws {SproutError} `name-unknown` for an op or a field that does not exist, `recipe-invalid` for all else.
 */
export function parseAugmentation(specs: unknown): Augmentation {
  return parseOps(specs, { what: 'augmentation', ops: augmentationOps }).map(({ spec }) => spec);
}
