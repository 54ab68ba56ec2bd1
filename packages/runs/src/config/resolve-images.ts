import type { ImageOptions } from './config-options.ts';
import { readConfig } from './read-config.ts';
import { resolveTraining, type ResolvedTraining } from './resolve-training.ts';

/** The configuration for commands that only prepare images. @throws {SproutError} as `readConfig`, `resolveTraining` */
export async function resolveImages(
  options: ImageOptions & { readonly folder: string },
): Promise<ResolvedTraining> {
  return resolveTraining(await readConfig(options), { size: options.size });
}
