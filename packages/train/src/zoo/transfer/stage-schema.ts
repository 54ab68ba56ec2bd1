import { z } from 'zod';
import { scheduleSchema } from '../../schedule/schedule.ts';

/** The layers that a stage trains: those of the head, and all of the base or those from a layer on. */
const layersSchema = z
  .string()
  .regex(/^(none|head|all|from:.+)$/, 'must be head, all, or from:LAYER')
  .describe('The layers that the stage trains: `head`, `all`, or `from:LAYER`.');

const ratesSchema = z.union(
  [
    z.strictObject({
      decay: z
        .number()
        .positive()
        .max(1)
        .describe('The factor of the learning rate for each group of layers away from the head.'),
    }),
    z
      .array(
        z.strictObject({
          from: z.string().describe('The layer from which on the factor holds.'),
          factor: z.number().positive().describe('The factor of the learning rate.'),
        }),
      )
      .min(1)
      .readonly(),
  ],
  { error: 'must be { decay: 0.8 }, or a list of { from: LAYER, factor: 0.1 }' },
);

/** A stage of the training of a base with a head, as a configuration writes it. */
export const stageSchema = z.strictObject({
  trainable: layersSchema,
  epochs: z
    .int()
    .positive()
    .optional()
    .describe('The epochs of the stage. The last stage has those that the others leave.'),
  learningRate: z
    .number()
    .positive()
    .optional()
    .describe(
      'The learning rate of the stage; by default that of the optimiser, and a larger one for a head alone.',
    ),
  schedule: scheduleSchema
    .optional()
    .describe('The schedule within the stage; by default that of the training.'),
  rates: ratesSchema
    .optional()
    .describe(
      'Factors of the learning rate: `decay` for each group of layers away from the head, or a list of factors from each layer on.',
    ),
  batchNorm: z
    .enum(['trained', 'frozen'])
    .default('frozen')
    .describe(
      '`frozen`: the batch normalisation of the base keeps its released statistics, scale and shift; `trained`: it is trained with the layers around it.',
    ),
});

/** A stage with the defaults that do not depend on the others. */
export type StageSpec = z.output<typeof stageSchema>;

/** The parts of `trainable`: one for each stage. */
export function stagesOf(trainable: string): readonly string[] {
  return trainable.split(',').map((part) => part.trim());
}

/** Whether a stage trains only the head. */
export function trainsHeadOnly(trainable: string): boolean {
  return trainable === 'head' || trainable === 'none';
}

/** The text as it is saved: `none` for the head alone, and `head,all` for stages. */
export function normalTrainable(trainable: string): string {
  const parts = stagesOf(trainable);
  if (parts.length === 1) return trainsHeadOnly(trainable) ? 'none' : trainable;
  return parts.map((part) => (trainsHeadOnly(part) ? 'head' : part)).join(',');
}
