import type { ImageOptions } from './config-options.ts';
import type { RunContext } from '../event/run-context.ts';
import { readConfig } from './read-config.ts';
import { resolveTraining, type ResolvedTraining } from './resolve-training.ts';
import { withReduction } from './with-reduction.ts';

/** The configuration for commands that only prepare images. @throws {SproutError} as `readConfig`, `resolveTraining` */
export async function resolveImages(
  options: ImageOptions & { readonly folder: string },
  { signal }: RunContext = {},
): Promise<ResolvedTraining> {
  const config = await readConfig(options);
  return await withReduction(resolveTraining(config, options), config, { signal });
}
