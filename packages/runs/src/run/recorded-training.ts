import { type RunRecord, SproutError } from '@sprout/core';
import { configSchema } from '../config/config-schema.ts';
import { explainIssues } from '../config/explain-issues.ts';
import { resolveTraining, type ResolvedTraining } from '../config/resolve-training.ts';

/**
 * The configuration in the record of a run, which was saved with every field set.
 *
 * @param file The path of the record, for errors.
 * @throws {SproutError} `file-invalid` if the configuration does not match the schema, and as `resolveTraining`.
 */
export function recordedTraining({ config }: RunRecord, file: string): ResolvedTraining {
  const { data, error } = configSchema.safeParse(config);
  if (error === undefined) return resolveTraining(data);
  throw new SproutError('file-invalid', {
    file,
    reason: explainIssues(error, configSchema, config),
  });
}
