import type { Environment } from '@sprout/core';
import { env } from 'node:process';
import type { CachedFileOptions } from './cached-file.ts';

/** How weights are downloaded. All of it is optional. */
export interface FetchOptions extends Omit<CachedFileOptions, 'environment'> {
  /** Where `SPROUT_CACHE` and the proxy variables are read; the environment of the process by default. */
  readonly environment?: Environment | undefined;
}

export function environmentOf({ environment = env }: FetchOptions): Environment {
  return environment;
}
