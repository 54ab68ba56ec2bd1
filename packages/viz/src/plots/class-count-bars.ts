import type { TopLevelSpec } from 'vega-lite';
import { counted, wholeNumber } from '../text/format.ts';
import { firstAndLast } from './first-and-last.ts';
import { rowAxis } from './row-axis.ts';
import type { Layer } from './spec.ts';
import { colours } from '../svg/theme.ts';

/** The number of training and validation images of a class. */
export interface ClassCount {
  readonly name: string;
  readonly training: number;
  readonly validation: number;
  /** The number of them that are equal, or nearly equal, to another image of the data set. */
  readonly duplicates?: number | undefined;
}

/** The number of images of each class, training and validation stacked, the largest class first. Duplicates are named. */
export function classCountBars(counts: readonly ClassCount[]): TopLevelSpec {
  const { rows: sorted, note } = firstAndLast(counts.toSorted((a, b) => total(b) - total(a)));
  const { param, y } = rowAxis(sorted.map(({ name }) => name));
  return {
    params: [param],
    width: 460,
    height: { step: sorted.length > 30 ? 16 : 22 },
    encoding: { y },
    layer: [stackedBars(sorted, `images${note}`), totals(sorted)],
  };
}

function stackedBars(counts: readonly ClassCount[], title: string): Layer {
  const bars = counts.flatMap(({ training, validation }, row) => [
    { row, subset: 'training', images: training, order: 0 },
    { row, subset: 'validation', images: validation, order: 1 },
  ]);
  return {
    data: { values: bars },
    mark: { type: 'bar', height: { band: 0.66 } },
    encoding: {
      x: {
        field: 'images',
        type: 'quantitative',
        title,
        axis: { tickMinStep: 1, tickCount: 6, format: ',d' },
      },
      order: { field: 'order', type: 'quantitative' },
      color: {
        field: 'subset',
        type: 'nominal',
        scale: {
          domain: ['training', 'validation'],
          range: [colours.training, colours.validation],
        },
        legend: {},
      },
    },
  };
}

/** The number of images of each class, at the end of its bar. */
function totals(counts: readonly ClassCount[]): Layer {
  return {
    data: {
      values: counts.map((count, row) => ({ row, images: total(count), text: textOf(count) })),
    },
    mark: { type: 'text', align: 'left', dx: 6, color: colours.muted },
    encoding: {
      x: { field: 'images', type: 'quantitative' },
      text: { field: 'text', type: 'nominal' },
    },
  };
}

function textOf(count: ClassCount): string {
  const { duplicates = 0 } = count;
  const images = wholeNumber(total(count));
  return duplicates === 0 ? images : `${images}, ${counted(duplicates, 'duplicate')}`;
}

function total({ training, validation }: ClassCount): number {
  return training + validation;
}
