import { z } from 'zod';
import { adam, adamw } from './adam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

/**
 * The optimisers, with Keras' formulas (in `sgd.ts`, `adam.ts` and `rmsprop.ts`) and defaults. The learning rate is the base
 * rate of the schedule.
 */
export const optimiserSchema = z.discriminatedUnion('name', [
  sgd.schema,
  adam.schema,
  adamw.schema,
  rmsprop.schema,
]);

/** An optimiser with everything filled in. */
export type OptimiserSpec = z.output<typeof optimiserSchema>;

/** An optimiser by its name, with the settings that differ from its defaults. */
export type OptimiserOptions = z.input<typeof optimiserSchema>;

/** The optimisers without a learning rate: trainers are told the rate of each step. */
export const updateRuleSchema = z.discriminatedUnion('name', [
  sgd.ruleSchema,
  adam.ruleSchema,
  adamw.ruleSchema,
  rmsprop.ruleSchema,
]);

/** An optimiser without a learning rate, with everything filled in. */
export type UpdateRuleSpec = z.output<typeof updateRuleSchema>;

/** An optimiser without a learning rate, by its name, with the settings that differ from its defaults. */
export type UpdateRuleOptions = z.input<typeof updateRuleSchema>;
