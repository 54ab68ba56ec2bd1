import { checkWhole, SproutError } from '@sprout/core';
import { type EarlyStopping, earlyStoppingSchema } from '../schedule/early-stopping.ts';
import { type Schedule, scheduleSchema } from '../schedule/schedule.ts';
import { parseOptions } from '../options/parse-options.ts';
import type { FitOptions } from './fit-options.ts';

/** The options of a training with everything filled in. */
export interface FitPlan extends FitOptions {
  readonly labelSmoothing: number;
  readonly schedule: Schedule;
  readonly earlyStopping: EarlyStopping | undefined;
}

/** Fills in and checks the options. @throws {SproutError} `option-invalid` or `config-invalid`, naming the option. */
export function fitPlan(options: FitOptions): FitPlan {
  const { labelSmoothing = 0, schedule = { name: 'constant' }, earlyStopping } = options;
  const plan = {
    ...options,
    labelSmoothing,
    schedule: parseOptions(scheduleSchema, schedule, 'The schedule'),
    earlyStopping:
      earlyStopping && parseOptions(earlyStoppingSchema, earlyStopping, 'Early stopping'),
  };
  checkNumbers(plan);
  return plan;
}

function checkNumbers({
  classes,
  stepsPerEpoch,
  epochs,
  patienceFrom = 0,
  learningRate,
  labelSmoothing,
  classWeights,
}: FitPlan): void {
  checkWhole('classes', classes, { least: 2 });
  checkWhole('stepsPerEpoch', stepsPerEpoch, { least: 1 });
  checkWhole('epochs', epochs, { least: 0 });
  checkWhole('patienceFrom', patienceFrom, { least: 0 });
  check(learningRate > 0 && Number.isFinite(learningRate), {
    option: 'learningRate',
    value: learningRate,
    rule: 'above 0',
  });
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
