import { checkWhole, SproutError } from '@sprout/core';
import { type EarlyStopping, earlyStoppingSchema } from '../schedule/early-stopping.ts';
import { type Schedule, scheduleSchema } from '../schedule/schedule.ts';
import { parseOptions } from '../options/parse-options.ts';
import type { FitOptions, FitStage } from './fit-options.ts';

/** A stage with everything filled in. */
export interface PlannedStage extends FitStage {
  readonly schedule: Schedule;
}

/** The options of a training with everything filled in. */
export interface FitPlan extends Omit<FitOptions, 'learningRate' | 'schedule'> {
  readonly labelSmoothing: number;
  /** One stage for a training without stages. */
  readonly stages: readonly PlannedStage[];
  /** Whether the options have stages. */
  readonly isStaged: boolean;
  readonly earlyStopping: EarlyStopping | undefined;
}

/** Fills in and checks the options. @throws {SproutError} `option-invalid` or `config-invalid`, naming the option. */
export function fitPlan(options: FitOptions): FitPlan {
  const { labelSmoothing = 0, earlyStopping, epochs, learningRate, schedule, ...rest } = options;
  const stages = options.stages ?? [{ epochs, learningRate, schedule }];
  const plan = {
    ...rest,
    epochs,
    labelSmoothing,
    stages: stages.map(plannedStage),
    isStaged: options.stages !== undefined,
    earlyStopping:
      earlyStopping && parseOptions(earlyStoppingSchema, earlyStopping, 'Early stopping'),
  };
  checkNumbers(plan);
  if (plan.isStaged) checkStages(plan);
  return plan;
}

function plannedStage({ schedule = { name: 'constant' }, ...stage }: FitStage): PlannedStage {
  return { ...stage, schedule: parseOptions(scheduleSchema, schedule, 'The schedule') };
}

function checkStages({ stages, epochs }: FitPlan): void {
  const before = stages.slice(0, -1).map((stage) => stage.epochs);
  for (const own of before) checkWhole('epochs of a stage', own, { least: 1 });
  check(stages.length > 0, { option: 'stages', value: 'nothing', rule: 'at least one' });
  checkWhole('epochs', epochs, { least: before.reduce((sum, own) => sum + own, 1) });
}

function checkNumbers({
  classes,
  stepsPerEpoch,
  epochs,
  patienceFrom = 0,
  stages,
  labelSmoothing,
  classWeights,
}: FitPlan): void {
  checkWhole('classes', classes, { least: 2 });
  checkWhole('stepsPerEpoch', stepsPerEpoch, { least: 1 });
  checkWhole('epochs', epochs, { least: 0 });
  checkWhole('patienceFrom', patienceFrom, { least: 0 });
  for (const { learningRate: value } of stages)
    check(value > 0 && Number.isFinite(value), { option: 'learningRate', value, rule: 'above 0' });
  check(labelSmoothing >= 0 && labelSmoothing < 1, {
    option: 'labelSmoothing',
    value: labelSmoothing,
    rule: 'at least 0 and below 1',
  });
  if (classWeights === undefined) return;
  const areWeights = classWeights.every((weight) => weight >= 0 && Number.isFinite(weight));
  check(classWeights.length === classes && areWeights, {
    option: 'classWeights',
    value: classWeights,
    rule: `a number, at least 0, for each of ${classes} classes`,
  });
}

interface Option {
  readonly option: string;
  readonly value: unknown;
  readonly rule: string;
}

function check(isValid: boolean, { value, ...option }: Option): void {
  if (!isValid) throw new SproutError('option-invalid', { ...option, value: String(value) });
}
