import { modelEntry } from '@sprout/train';
import { z } from 'zod';
import { configSchema } from './config-schema.ts';
import { override } from './override.ts';

const written = z.looseObject({
  model: configSchema.shape.model,
  train: z.looseObject({ optimiser: z.unknown().optional(), schedule: z.unknown().optional() }),
});
const nameless = z.looseObject({ name: z.never().optional() });

/**
 * Completes an optimiser or a schedule without a name from the model's training defaults. Those with a name have defaults of
 * their own.
 *
 * @param config As a user wrote it, not checked yet; what is invalid stays as it is, and is found by the check.
 * @throws {SproutError} `name-unknown` for a model that is not known.
 */
export function completeNameless(config: unknown): unknown {
  const { data } = written.safeParse(config);
  if (data === undefined) return config;
  return (['optimiser', 'schedule'] as const).reduce((completed, field) => {
    const given = nameless.safeParse(data.train[field]).data;
    if (given === undefined) return completed;
    const own = modelEntry(data.model.name).training[field];
    return override(completed, ['train', field], { ...own, ...given });
  }, config);
}
