import type { LayerAddress, Objective } from '@sprout/core';

/** The score of a class as an objective; without a label, that of the predicted class. */
export function scoreObjective(scores: LayerAddress, label: number | undefined): Objective {
  return label === undefined
    ? [{ ...scores, measure: 'largest' }]
    : [{ ...scores, measure: 'channel', channel: label }];
}
