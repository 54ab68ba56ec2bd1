import { type RunRecord, SproutError } from '@sprout/core';
import { configSchema } from '../config/config-schema.ts';
import { explainIssues } from '../config/explain-issues.ts';
import { resolveTraining, type ResolvedTraining } from './resolve-training.ts';

/**
 * The configuration that a run's record holds, in which nothing was left open.
 *
 * @param file Names the record in errors.
 * @throws {SproutError} `file-invalid` where it is none, and as `resolveTraining`.
 */
export function recordedTraining({ config }: RunRecord, file: string): ResolvedTraining {
  const { data, error } = configSchema.safeParse(config);
  if (error === undefined) return resolveTraining(data);
  throw new SproutError('file-invalid', {
    file,
    reason: explainIssues(error, configSchema, config),
  });
}
