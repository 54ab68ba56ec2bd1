import { checkWhole, SproutError } from '@sprout/core';
import type { FitOptions } from './fit-options.ts';

/** @throws {SproutError} `option-invalid`, naming the option that makes no sense. */
export function checkFit({
  classes,
  stepsPerEpoch,
  epochs,
  learningRate,
  labelSmoothing = 0,
  classWeights,
}: FitOptions): void {
  checkWhole('classes', classes, { least: 2 });
  checkWhole('stepsPerEpoch', stepsPerEpoch, { least: 1 });
  checkWhole('epochs', epochs, { least: 0 });
  check('learningRate', learningRate, learningRate > 0 && Number.isFinite(learningRate), {
    rule: 'above 0',
  });
  check('labelSmoothing', labelSmoothing, labelSmoothing >= 0 && labelSmoothing < 1, {
    rule: 'at least 0 and below 1',
  });
  if (classWeights === undefined) return;
  const areWeights = classWeights.every((weight) => weight >= 0 && Number.isFinite(weight));
  check('classWeights', classWeights, classWeights.length === classes && areWeights, {
    rule: `a number from 0 on for each of ${classes} classes`,
  });
}

function check(
  option: string,
  value: unknown,
  isRight: boolean,
  { rule }: { readonly rule: string },
): void {
  if (!isRight) throw new SproutError('option-invalid', { option, value: String(value), rule });
}
