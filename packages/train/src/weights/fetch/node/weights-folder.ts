import { cacheFolder, type Environment } from '@sprout/core';
import { join } from 'node:path';

/**
 * The folder of downloaded weights: `weights` in the cache folder of Sprout. It may not exist.
 *
 * @param environment The variables of the process by default.
 * @returns An absolute path.
 */
export function weightsFolder(environment?: Environment): string {
  return join(cacheFolder(environment), 'weights');
}
