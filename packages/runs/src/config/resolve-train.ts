import { join, resolve } from 'node:path';
import { resolveWeights } from '../transfer/resolve-weights.ts';
import { contextOf, type RunContext } from '../event/run-context.ts';
import { DEFAULTS } from '../options/limits.ts';
import { completeFromFile } from './complete-from-file.ts';
import {
  completeFromStore,
  type CompletedConfig,
  explainStoreWeights,
} from './complete-from-store.ts';
import type { TrainingOptions } from './config-options.ts';
import { featuresSetting } from './features-setting.ts';
import { isTable } from './is-table.ts';
import { readConfig } from './read-config.ts';
import { resolveTraining, type ResolvedTraining } from './resolve-training.ts';
import { withReduction } from './with-reduction.ts';

/**
 * The configuration of a new training, with absolute paths, so that it can be resumed from any folder. Weights that are not on
 * this disk are downloaded.
 *
 * @param options With `runs`, the folder whose `.cache` keeps the facts about images; `runs` by default.
 * @throws {SproutError} as `readConfig`, `resolveTraining`, `resolveWeights`, `featuresSetting`
 */
export async function resolveTrain(
  { runs = DEFAULTS.runs, ...options }: TrainingOptions & { readonly runs?: string | undefined },
  context?: RunContext,
): Promise<ResolvedTraining> {
  let weights: CompletedConfig['weights'];
  const config = await readConfig(options, async (written) => {
    const completed = await completeFromStore(written);
    ({ weights } = completed);
    return await completeFromFile(completed.config);
  });
  const sized = resolveTraining(config, options);
  const resolved = await withReduction(sized, config, {
    caches: join(runs, '.cache'),
    signal: context?.signal,
  });
  const { data } = resolved;
  const own = { written: config.model, ...contextOf(context) };
  const model = await resolveWeights(resolved.model, own).catch((error: unknown) =>
    explainStoreWeights(error, { base: config.model.name, weights }),
  );
  const { groupBy } = data;
  const groups = groupBy !== undefined && isTable(groupBy) ? resolve(groupBy) : groupBy;
  const files = {
    folder: resolve(data.folder),
    ...(data.tags && { tags: resolve(data.tags) }),
    ...(data.split && { split: resolve(data.split) }),
  };
  const complete = { ...resolved, model, data: { ...data, ...files, groupBy: groups } };
  return { ...complete, data: { ...complete.data, features: await featuresSetting(complete) } };
}
