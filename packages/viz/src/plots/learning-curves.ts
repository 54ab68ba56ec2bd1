import type { EpochMetrics } from '@sprout/core';
import type { TopLevelSpec } from 'vega-lite';
import { curvePanel } from './curve-panel.ts';

export interface LearningCurvesOptions {
  /** The epoch to mark, from 1. */
  readonly best?: number | undefined;
}

/** Loss and accuracy side by side, training against validation, over the learning rate. For 1 epoch (points) and for hundreds. */
export function learningCurves(
  metrics: readonly EpochMetrics[],
  { best }: LearningCurvesOptions = {},
): TopLevelSpec {
  return {
    vconcat: [
      {
        // laid out by the plotted areas alone, so that the panels line up
        bounds: 'flush',
        spacing: 76,
        resolve: { scale: { color: 'independent' } },
        hconcat: [
          curvePanel(metrics, { quantity: 'loss', best }),
          curvePanel(metrics, { quantity: 'accuracy', best }),
        ],
      },
      curvePanel(metrics, { quantity: 'learningRate', width: 836, height: 48 }),
    ],
  };
}
