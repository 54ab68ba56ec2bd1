import { type RunRecord, SproutError } from '@sprout/core';
import { configSchema } from '../config/config-schema.ts';
import { explainIssues } from '../config/explain-issues.ts';
import { resolveTraining, type ResolvedTraining } from '../config/resolve-training.ts';

/**
 * The configuration in a run's record, which was saved with every field filled in.
 *
 * @param file Names the record in errors.
 * @throws {SproutError} `file-invalid` where it breaks the schema, and as `resolveTraining`.
 */
export function recordedTraining({ config }: RunRecord, file: string): ResolvedTraining {
  const { data, error } = configSchema.safeParse(config);
  if (error === undefined) return resolveTraining(data);
  throw new SproutError('file-invalid', {
    file,
    reason: explainIssues(error, configSchema, config),
  });
}
