import { resolve } from 'node:path';
import { resolveWeights } from '../transfer/resolve-weights.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import type { TrainingOptions } from './config-options.ts';
import { isTable } from './is-table.ts';
import { readConfig } from './read-config.ts';
import { resolveTraining, type ResolvedTraining } from './resolve-training.ts';
import { withReduction } from './with-reduction.ts';

/**
 * The configuration of a new training, with absolute paths, so that it can be resumed from any folder. Weights that are not on
 * this disk are downloaded.
 *
 * @throws {SproutError} as `readConfig`, `resolveTraining`, `resolveWeights`
 */
export async function resolveTrain(
  options: TrainingOptions,
  context?: RunContext,
): Promise<ResolvedTraining> {
  const config = await readConfig(options);
  const resolved = await withReduction(resolveTraining(config, { size: options.size }), config);
  const { data } = resolved;
  const model = await resolveWeights(resolved.model, {
    written: config.model,
    ...contextOf(context),
  });
  const { groupBy } = data;
  const groups = groupBy !== undefined && isTable(groupBy) ? resolve(groupBy) : groupBy;
  return { ...resolved, model, data: { ...data, folder: resolve(data.folder), groupBy: groups } };
}
