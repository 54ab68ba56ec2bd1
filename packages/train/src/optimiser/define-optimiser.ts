import { z } from 'zod';
import type { Slot, StepRate, UpdateRule, WeightUpdate } from './update-rule.ts';

/** How an optimiser with given settings updates weights, on both kinds of engines. */
export interface OptimiserRules<Settings> {
  /** The slots that it keeps with these settings. */
  readonly slots: (settings: Settings) => readonly Slot[];
  /** The number that training graphs take as `stepSize`; the learning rate where it is not given. */
  readonly stepSize?: (settings: Settings, at: StepRate) => number;
  /** The update of a weight in a training graph. */
  readonly graphRule: (settings: Settings) => UpdateRule;
  /** The same update in TensorFlow.js: assigns the weight and its slots. Called within `tf.tidy`. */
  readonly updateWeight: (settings: Settings, update: WeightUpdate) => void;
}

interface OptimiserFields<Name extends string, Fields extends z.ZodRawShape> extends OptimiserRules<
  z.output<z.ZodObject<Fields>>
> {
  readonly name: Name;
  /** The default learning rate. */
  readonly learningRate: number;
  /** The settings beside the learning rate, with their defaults. */
  readonly fields: Fields;
}

/** An entry of the table of optimisers: its rules, and its schemas with and without a learning rate. */
export function defineOptimiser<const Name extends string, Fields extends z.ZodRawShape>(
  definition: OptimiserFields<Name, Fields>,
) {
  const name = z.literal(definition.name);
  const learningRate = z
    .number()
    .positive()
    .default(definition.learningRate)
    .describe('The learning rate, which the schedule changes over the epochs.');
  return {
    ...definition,
    /** Keys in this order: they are written to run records. */
    schema: z.strictObject({ name, learningRate, ...definition.fields }),
    ruleSchema: z.strictObject({ name, ...definition.fields }),
  };
}
