import type { EpochMetrics } from '@sprout/core';
import { z } from 'zod';

const warmUpEpochs = z
  .number()
  .min(0)
  .default(0)
  .describe(
    'The first epochs, in which the rate rises linearly from near 0. Fractions of an epoch count.',
  );

/**
 * How the learning rate changes over a run, as data.
 *
 * - `constant`: the base rate.
 * - `step`: multiplied by `factor` after every `every` epochs.
 * - `cosine`: from the base rate down to `final` times it, along half a cosine over all steps (Loshchilov & Hutter
 *   2016, arXiv:1608.03983, without restarts).
 * - `plateau`: multiplied by `factor` after each `patience` epochs without a validation loss lower by `minDelta`, not below
 *   `minimum` (Keras' ReduceLROnPlateau without cooldown).
 *
 * `warmUpEpochs` raises the rate linearly from near 0 over the first epochs; fractions of an epoch count.
 */
export const scheduleSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('constant'), warmUpEpochs }),
  z.strictObject({
    name: z.literal('step'),
    every: z
      .int()
      .positive()
      .default(10)
      .describe('The number of epochs after which the rate is multiplied.'),
    factor: z
      .number()
      .positive()
      .max(1)
      .default(0.1)
      .describe('The factor by which the rate is multiplied.'),
    warmUpEpochs,
  }),
  z.strictObject({
    name: z.literal('cosine'),
    final: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('The rate of the last step, as a share of the rate of the optimiser.'),
    warmUpEpochs,
  }),
  z.strictObject({
    name: z.literal('plateau'),
    factor: z
      .number()
      .positive()
      .lt(1)
      .default(0.1)
      .describe('The factor by which the rate is multiplied.'),
    patience: z
      .int()
      .positive()
      .default(10)
      .describe(
        'The number of epochs without a lower validation loss, after which the rate is multiplied.',
      ),
    minDelta: z
      .number()
      .min(0)
      .default(0.0001)
      .describe('The least decrease of the validation loss that counts as an improvement.'),
    minimum: z.number().min(0).default(0).describe('The least rate.'),
    warmUpEpochs,
  }),
]);

/** A schedule with everything filled in. */
export type Schedule = z.output<typeof scheduleSchema>;

/** A schedule by its name, with the settings that differ from its defaults. */
export type ScheduleOptions = z.input<typeof scheduleSchema>;

export interface LearningRateOptions {
  /** The optimiser's own rate. */
  readonly base: number;
  /** Steps done since the start of the run. */
  readonly step: number;
  readonly stepsPerEpoch: number;
  readonly epochs: number;
  /** The finished epochs, oldest first; only `plateau` reads them. */
  readonly history?: readonly Pick<EpochMetrics, 'validationLoss'>[];
}

/** The learning rate of one step. It depends on the arguments alone, so that no state needs to be saved for a resumed run. */
export function learningRateAt(schedule: Schedule, options: LearningRateOptions): number {
  const { base, step, stepsPerEpoch, epochs } = options;
  const warmUp = schedule.warmUpEpochs * stepsPerEpoch;
  if (step < warmUp) return (base * (step + 1)) / (Math.floor(warmUp) + 1);
  switch (schedule.name) {
    case 'constant':
      return base;
    case 'step':
      return base * schedule.factor ** Math.floor(step / stepsPerEpoch / schedule.every);
    case 'cosine': {
      const progress = Math.min(1, (step - warmUp) / Math.max(1, epochs * stepsPerEpoch - warmUp));
      return (
        base * (schedule.final + ((1 - schedule.final) * (1 + Math.cos(Math.PI * progress))) / 2)
      );
    }
    case 'plateau':
      return Math.max(
        Math.min(base, schedule.minimum),
        base * schedule.factor ** reductions(options.history ?? [], schedule),
      );
    default:
      return schedule satisfies never;
  }
}

/** How many times the rate was reduced: each time that the validation loss had not improved for `patience` epochs. */
function reductions(
  history: readonly Pick<EpochMetrics, 'validationLoss'>[],
  { patience, minDelta }: Extract<Schedule, { name: 'plateau' }>,
): number {
  let best = Infinity;
  let waited = 0;
  let count = 0;
  for (const { validationLoss } of history) {
    const improved = validationLoss < best - minDelta;
    if (improved) best = validationLoss;
    waited = improved ? 0 : waited + 1;
    if (waited < patience) continue;
    count += 1;
    waited = 0;
  }
  return count;
}
