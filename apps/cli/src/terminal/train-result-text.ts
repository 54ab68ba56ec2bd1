import { countOf } from '@sprout/core';
import type { TrainResult } from '@sprout/runs';

type Shown = Pick<
  TrainResult,
  'validationAccuracy' | 'validationF2' | 'samples' | 'keptEpoch' | 'isBestKept'
>;

/** The result of a training in one line, with the epoch whose weights the model has. */
export function trainResultText({
  validationAccuracy,
  validationF2,
  samples,
  keptEpoch,
  isBestKept,
}: Shown): string {
  const images = countOf(samples.validation, 'validation image');
  const epoch = `(epoch ${keptEpoch}, the ${isBestKept ? 'best' : 'last'})`;
  return validationF2 === undefined
    ? `${(validationAccuracy * 100).toFixed(1)} % of ${images} right ${epoch}`
    : `F2 ${validationF2.toFixed(3)} on ${images} ${epoch}`;
}
