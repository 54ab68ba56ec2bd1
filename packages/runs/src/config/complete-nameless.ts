import { z } from 'zod';
import { configSchema } from './config-schema.ts';
import { modelDefaults } from './model-defaults.ts';
import { override } from './override.ts';
import { AUTO } from './search-section.ts';

const written = z.looseObject({
  model: configSchema.shape.model,
  train: z.looseObject({
    optimiser: z.unknown().optional(),
    schedule: z.unknown().optional(),
    stages: z.array(z.looseObject({ trainable: z.string() })).optional(),
  }),
});
const nameless = z.looseObject({ name: z.never().optional() });

/**
 * Completes an optimiser or a schedule without a name from the training defaults of the model. An optimiser or a schedule with a
 * name has its own defaults.
 *
 * @param config The configuration as a user wrote it, not checked yet. Invalid fields are not changed; the schema finds them.
 * @throws {SproutError} `name-unknown` for an unknown model.
 */
export function completeNameless(config: unknown): unknown {
  const { data } = written.safeParse(config);
  if (data === undefined || data.model.name === AUTO) return config; // a search has several models
  const trainable = data.train.stages?.map((stage) => stage.trainable).join();
  const model = { ...(trainable !== undefined && { trainable }), ...data.model };
  return (['optimiser', 'schedule'] as const).reduce((completed, field) => {
    const given = nameless.safeParse(data.train[field]).data;
    if (given === undefined) return completed;
    const own = modelDefaults(model).training[field];
    return override(completed, ['train', field], { ...own, ...given });
  }, config);
}
