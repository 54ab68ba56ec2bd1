import type { TopLevelSpec } from 'vega-lite';
import type { ClassScore } from './class-score.ts';
import { firstAndLast } from './first-and-last.ts';
import { rowAxis } from './row-axis.ts';
import type { Layer } from './spec.ts';
import { colours } from '../svg/theme.ts';

const WIDTH = 460;

/**
 * F1 as bars, with precision and recall as points. One row for each class with its number of images, the highest F1 first and classes
 * without F1 last.
 */
export function classBars(scores: readonly ClassScore[]): TopLevelSpec {
  const { rows: sorted, note } = firstAndLast(scores.toSorted((a, b) => rank(b) - rank(a)));
  const { param, y } = rowAxis(sorted.map(({ name, support }) => `${name} (${support})`));
  const x = {
    field: 'value',
    type: 'quantitative' as const,
    title: `share, 0 to 1 (in brackets: images of the class)${note}`,
    scale: { domain: [0, 1] },
    axis: { format: '.1f', tickCount: 5 },
  };
  return {
    params: [param],
    width: WIDTH,
    height: { step: sorted.length > 30 ? 18 : 24 },
    encoding: { x, y },
    layer: layers(sorted),
  };
}

/** NaN has no order. */
function rank({ f1 }: ClassScore): number {
  return Number.isNaN(f1) ? -1 : f1;
}

/** Bars for F1, points for precision and recall, and F1 as a number at the end of each row. Vega leaves out marks at `NaN`. */
function layers(scores: readonly ClassScore[]): Layer[] {
  const rows = scores.map(({ f1 }, row) => ({
    row,
    value: f1,
    measure: 'F1',
    text: Number.isNaN(f1) ? '–' : f1.toFixed(2),
  }));
  const marks = scores.flatMap(({ precision, recall }, row) => [
    { row, value: precision, measure: 'precision' },
    { row, value: recall, measure: 'recall' },
  ]);
  return [
    {
      data: { values: rows },
      mark: { type: 'bar', height: { band: 0.62 }, cornerRadiusEnd: 2 },
      encoding: { color: measureColour },
    },
    {
      data: { values: marks },
      mark: { type: 'point', filled: true, size: 62, opacity: 1 },
      encoding: { color: measureColour, shape: measureShape },
    },
    {
      data: { values: rows },
      mark: { type: 'text', align: 'right', dx: 40, color: colours.ink },
      encoding: { x: { value: 'width' }, text: { field: 'text', type: 'nominal' } },
    },
  ];
}

const MEASURES = ['F1', 'precision', 'recall'];
const measureColour = {
  field: 'measure',
  type: 'nominal' as const,
  scale: { domain: MEASURES, range: [colours.pale, colours.training, colours.leaf] },
};
const measureShape = {
  field: 'measure',
  type: 'nominal' as const,
  scale: { domain: MEASURES, range: ['square', 'circle', 'diamond'] },
};
