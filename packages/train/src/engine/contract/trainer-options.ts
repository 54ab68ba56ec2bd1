import { checkWhole, SproutError } from '@sprout/core';
import {
  type UpdateRuleOptions,
  updateRuleSchema,
  type UpdateRuleSpec,
} from '../../optimiser/optimiser-spec.ts';
import type { LayerRates } from '../../optimiser/layer-rates.ts';
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
  /**
   * The layers that each stage of the training trains. A step names its stage. By default there is one stage, which trains the
   * layers that are trainable in the definition, all at the same rate.
   */
  readonly stages?: readonly LayerRates[] | undefined;
}

/** The options with all defaults filled in. */
export interface TrainerSettings extends PredictorSettings {
  readonly optimiser: UpdateRuleSpec;
  readonly seed: number;
  readonly stages?: readonly LayerRates[] | undefined;
}

/** @throws {SproutError} `config-invalid` for an optimiser, `option-invalid` for seed, threads or stages out of range. */
export function trainerSettings({
  optimiser = { name: 'adam' },
  seed = 0,
  stages,
  ...options
}: TrainerOptions): TrainerSettings {
  checkWhole('seed', seed);
  if (stages !== undefined) checkStages(stages);
  const parsed = parseOptions(updateRuleSchema, optimiser, 'The optimiser');
  return { ...predictorSettings(options), optimiser: parsed, seed, stages };
}

function checkStages(stages: readonly LayerRates[]): void {
  if (stages.length === 0 || stages.some(({ size }) => size === 0)) {
    const rule = 'at least one stage, each with a layer that is trained';
    throw new SproutError('option-invalid', { option: 'stages', value: 'nothing', rule });
  }
  for (const [layer, rate] of stages.flatMap((rates) => [...rates])) {
    if (rate > 0 && Number.isFinite(rate)) continue;
    const rule = 'a number above 0';
    throw new SproutError('option-invalid', {
      option: `the rate of ${layer}`,
      value: `${rate}`,
      rule,
    });
  }
}
