import type { Objective } from '@sprout/core';
import { z } from 'zod';

const common = {
  layer: z.string(),
  beforeActivation: z.boolean().optional(),
  factor: z.number().optional(),
};
const index = z.int().min(0);

const termSchema = z.discriminatedUnion('measure', [
  z.strictObject({ ...common, measure: z.literal('channel'), channel: index }),
  z.strictObject({
    ...common,
    measure: z.literal('neuron'),
    row: index,
    column: index,
    channel: index,
  }),
  z.strictObject({ ...common, measure: z.literal('mean-square') }),
  z.strictObject({
    ...common,
    measure: z.literal('direction'),
    direction: z.array(z.number()).readonly(),
  }),
  z.strictObject({ ...common, measure: z.literal('largest') }),
  z.strictObject({ ...common, measure: z.literal('similarity') }),
]);

/** Validates an objective. */
export const objectiveSchema = z.array(termSchema).min(1).readonly() satisfies z.ZodType<Objective>;
