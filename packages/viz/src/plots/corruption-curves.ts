import type { TopLevelSpec } from 'vega-lite';
import { colours } from '../svg/theme.ts';

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
  const x = {
    field: 'severity',
    type: 'quantitative' as const,
    title: null,
    axis: { grid: false, format: 'd', tickMinStep: 1 },
  };
  const y = {
    field: 'value',
    type: 'quantitative' as const,
    title: null,
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 3 },
  };
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
    spec: {
      width: 140,
      height: 90,
      layer: [
        {
          transform: [{ filter: 'datum.severity === 0' }], // one line in each panel
          mark: { type: 'rule', color: colours.muted, strokeDash: [4, 3] },
          encoding: { y: { datum: accuracy, type: 'quantitative' } },
        },
        {
          mark: {
            type: 'line',
            color: colours.validation,
            strokeWidth: 2.25,
            point: { filled: true, size: 24, color: colours.validation },
          },
          encoding: { x, y },
        },
      ],
    },
  };
}
