import { checkWhole } from '@sprout/core';
import {
  type UpdateRuleOptions,
  updateRuleSchema,
  type UpdateRuleSpec,
} from '../../optimiser/optimiser-spec.ts';
import { parseOptions } from '../../options/parse-options.ts';
import {
  type PredictorOptions,
  predictorSettings,
  type PredictorSettings,
} from './predictor-options.ts';

export interface TrainerOptions extends PredictorOptions {
  /** Adam by default. */
  readonly optimiser?: UpdateRuleOptions | undefined;
  /** The seed of the dropout masks, `rngAt(seed, ["dropout", layer name, step])`: a whole number, 0 by default. */
  readonly seed?: number | undefined;
}

/** The options with all defaults filled in. */
export interface TrainerSettings extends PredictorSettings {
  readonly optimiser: UpdateRuleSpec;
  readonly seed: number;
}

/** @throws {SproutError} `config-invalid` for an optimiser, `option-invalid` for seed or threads out of range. */
export function trainerSettings({
  optimiser = { name: 'adam' },
  seed = 0,
  ...options
}: TrainerOptions): TrainerSettings {
  checkWhole('seed', seed);
  const parsed = parseOptions(updateRuleSchema, optimiser, 'The optimiser');
  return { ...predictorSettings(options), optimiser: parsed, seed };
}
