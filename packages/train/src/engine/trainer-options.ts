import { checkWhole, SproutError } from '@sprout/core';
import {
  type OptimiserOptions,
  optimiserSchema,
  type OptimiserSpec,
} from '../optimiser/optimiser-spec.ts';
import { parseOptions } from '../parse-options.ts';
import {
  type PredictorOptions,
  predictorSettings,
  type PredictorSettings,
} from './predictor-options.ts';

/** An optimiser without its learning rate, which is an argument of each step. */
export type TrainerOptimiser = WithoutRate<OptimiserOptions>;

type WithoutRate<Options> = Options extends unknown
  ? Omit<Options, 'learningRate'> & { readonly learningRate?: never }
  : never;

export interface TrainerOptions extends PredictorOptions {
  /** Adam by default. */
  readonly optimiser?: TrainerOptimiser | undefined;
  /**
   * Addresses the dropout masks: `rngAt(seed, ["dropout", layer name, step])`. A whole number, 0 by default.
   */
  readonly seed?: number | undefined;
}

/** The options with all defaults filled in. */
export interface TrainerSettings extends PredictorSettings {
  readonly optimiser: OptimiserSpec;
  readonly seed: number;
}

/** @throws {SproutError} `config-invalid` for an optimiser, `option-invalid` for seed or threads out of range. */
export function trainerSettings({
  optimiser = { name: 'adam' },
  seed = 0,
  ...options
}: TrainerOptions): TrainerSettings {
  checkWhole('seed', seed);
  if ('learningRate' in optimiser) {
    const reason = 'learningRate is not an option of a trainer: each step is given its own';
    throw new SproutError('config-invalid', { source: 'The optimiser', reason });
  }
  const parsed = parseOptions(optimiserSchema, optimiser, 'The optimiser');
  return { ...predictorSettings(options), optimiser: parsed, seed };
}
