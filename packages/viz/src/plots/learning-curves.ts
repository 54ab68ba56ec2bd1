import type { EpochMetrics } from '@sprout/core';
import type { TopLevelSpec } from 'vega-lite';
import { curvePanel } from './curve-panel.ts';

export interface LearningCurvesOptions {
  /** The epoch to mark, from 1. */
  readonly best?: number | undefined;
}

/** The height of the plot of the learning rate, in pixels. */
export const RATE_HEIGHT = 90;

/**
 * Loss and accuracy side by side, each for training and validation, with the learning rate below the loss and on the same axis of
 * epochs. A single epoch is drawn as points.
 */
export function learningCurves(
  metrics: readonly EpochMetrics[],
  { best }: LearningCurvesOptions = {},
): TopLevelSpec {
  return {
    vconcat: [
      {
        // aligns the plotted areas of the panels
        bounds: 'flush',
        spacing: 76,
        resolve: { scale: { color: 'independent' } },
        hconcat: [
          curvePanel(metrics, { quantity: 'loss', best }),
          curvePanel(metrics, { quantity: 'accuracy', best }),
        ],
      },
      curvePanel(metrics, { quantity: 'learningRate', height: RATE_HEIGHT }),
    ],
  };
}
