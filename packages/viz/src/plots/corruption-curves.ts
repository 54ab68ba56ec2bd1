import type { TopLevelSpec } from 'vega-lite';
import { colours } from '../svg/theme.ts';
import type { Layer } from './spec.ts';

/** The accuracy of a model under one corruption. */
export interface CorruptionCurve {
  readonly name: string;
  /** For severity 1, 2, ...; 0 to 1. */
  readonly accuracies: readonly number[];
}

export interface CorruptionCurvesOptions {
  /** The accuracy without a corruption. */
  readonly accuracy: number;
}

const COLUMNS = 4;

/** The accuracy by severity, in a panel for each corruption; a dashed line at the accuracy without one, which is severity 0. */
export function corruptionCurves(
  curves: readonly CorruptionCurve[],
  { accuracy }: CorruptionCurvesOptions,
): TopLevelSpec {
  const values = curves.flatMap(({ name, accuracies }) =>
    [accuracy, ...accuracies].map((value, severity) => ({ name, severity, value })),
  );
  return {
    data: { values },
    columns: COLUMNS,
    spacing: 24,
    facet: {
      field: 'name',
      type: 'nominal',
      title: null,
      sort: curves.map(({ name }) => name),
      header: { labelColor: colours.ink, labelFontSize: 12, labelAnchor: 'start', labelPadding: 4 },
    },
    spec: { width: 140, height: 90, layer: [clean(accuracy), curve] },
  };
}

/** A line at the accuracy without a corruption, once in each panel. */
function clean(accuracy: number): Layer {
  return {
    transform: [{ filter: 'datum.severity === 0' }],
    mark: { type: 'rule', color: colours.muted, strokeDash: [4, 3] },
    encoding: { y: { datum: accuracy, type: 'quantitative' } },
  };
}

const curve: Layer = {
  mark: {
    type: 'line',
    color: colours.validation,
    strokeWidth: 2.25,
    point: { filled: true, size: 24, color: colours.validation },
  },
  encoding: {
    x: {
      field: 'severity',
      type: 'quantitative',
      title: null,
      axis: { grid: false, format: 'd', tickMinStep: 1 },
    },
    y: {
      field: 'value',
      type: 'quantitative',
      title: null,
      scale: { domain: [0, 1] },
      axis: { format: '.0%', tickCount: 3 },
    },
  },
};
