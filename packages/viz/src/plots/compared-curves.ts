import type { EpochMetrics } from '@sprout/core';
import type { TopLevelSpec } from 'vega-lite';
import { colours } from '../svg/theme.ts';

/** A training and its name. */
export interface NamedCurve {
  readonly name: string;
  readonly metrics: readonly EpochMetrics[];
}

/** More trainings repeat the colours. */
const RANGE = [
  colours.validation,
  colours.training,
  colours.leaf,
  colours.wrong,
  colours.neutral,
  colours.pale,
];

/** The validation accuracy of several trainings by epoch, in one plot. Values that are not finite are left out. */
export function comparedCurves(trainings: readonly NamedCurve[]): TopLevelSpec {
  const domain = trainings.map(({ name }) => name);
  return {
    title: 'Validation accuracy',
    width: 760,
    height: 240,
    data: { values: trainings.flatMap(pointsOf) },
    mark: {
      type: 'line',
      strokeWidth: 2.25,
      strokeJoin: 'round',
      point: { filled: true, size: 24 },
    },
    encoding: {
      x: {
        field: 'epoch',
        type: 'quantitative',
        scale: { nice: false, zero: false },
        axis: { grid: false, format: 'd', tickMinStep: 1 },
      },
      y: {
        field: 'accuracy',
        type: 'quantitative',
        title: null,
        scale: { domain: [0, 1] },
        axis: { format: '.0%', tickCount: 5 },
      },
      color: {
        field: 'name',
        type: 'nominal',
        scale: { domain, range: domain.map((_, at) => RANGE[at % RANGE.length]!) },
        legend: { symbolType: 'stroke', symbolStrokeWidth: 3, columns: 3 },
      },
    },
  };
}

function pointsOf({ name, metrics }: NamedCurve) {
  return metrics
    .filter(({ validationAccuracy }) => Number.isFinite(validationAccuracy))
    .map(({ epoch, validationAccuracy }) => ({ name, epoch, accuracy: validationAccuracy }));
}
