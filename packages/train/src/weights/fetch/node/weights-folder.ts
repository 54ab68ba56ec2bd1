import { cacheFolder, type Environment } from '@sprout/core';
import { join } from 'node:path';

/** The folder of downloaded weights, which need not exist: `weights` in the cache folder of Sprout. */
export function weightsFolder(environment?: Environment, system?: NodeJS.Platform): string {
  return join(cacheFolder(environment, system), 'weights');
}
