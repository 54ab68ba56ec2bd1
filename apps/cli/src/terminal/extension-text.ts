import { countOf } from '@sprout/core';
import type { RunEvent } from '@sprout/runs';

/** The text for a run that is resumed with another number of epochs. */
export function extensionText({
  after,
  from,
  to,
  schedule,
  earlyStopping,
}: Extract<RunEvent, { type: 'run-extended' }>): string {
  const change = from === to ? '' : ` instead of ${from}`;
  if (to === after) return `the run ends after ${countOf(to, 'epoch')}${change}`;
  const rates =
    schedule === 'cosine'
      ? `from here on the learning rate is that of a run of ${countOf(to, 'epoch')}`
      : 'the learning rate does not depend on the number of epochs';
  return [
    `the run goes on after epoch ${after}, to ${countOf(to, 'epoch')}${change}`,
    `schedule ${schedule}: ${rates}`,
    ...(earlyStopping ? ['the patience of early stopping counts from here on'] : []),
  ].join('\n');
}
