import { resolve } from 'node:path';
import type { TrainingOptions } from './config-options.ts';
import { isTable } from './is-table.ts';
import { readConfig } from './read-config.ts';
import { resolveTraining, type ResolvedTraining } from './resolve-training.ts';

/**
 * The configuration of a new training, with absolute paths, so that it can be resumed from any folder.
 *
 * @throws {SproutError} as `readConfig`, `resolveTraining`
 */
export async function resolveTrain(options: TrainingOptions): Promise<ResolvedTraining> {
  const resolved = resolveTraining(await readConfig(options), { size: options.size });
  const { data } = resolved;
  const { groupBy } = data;
  const groups = groupBy !== undefined && isTable(groupBy) ? resolve(groupBy) : groupBy;
  return { ...resolved, data: { ...data, folder: resolve(data.folder), groupBy: groups } };
}
