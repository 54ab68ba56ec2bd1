import type { TopLevelSpec } from 'vega-lite';
import { shorten } from '../text/shorten.ts';
import { textWidth } from '../text/text-width.ts';
import { visibleText } from '@sprout/core';
import type { Layer } from './spec.ts';
import { colours } from '../svg/theme.ts';

export interface ConfusionMatrixOptions {
  /** The name of each class, in the order of the matrix. */
  readonly classes: readonly string[];
  /** The address that a cell is a link to, in an SVG; no links by default. */
  readonly linkOf?: ((label: number, predicted: number) => string | undefined) | undefined;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: string;
  readonly fill: string;
  readonly strength: number;
  readonly ink: string;
}

/** With more classes, counts are not printed. */
const MOST_COUNTS = 20;
/** With more classes, names are not printed. */
const MOST_NAMES = 100;
/** In pixels. */
const LONGEST_NAME = 150;

/**
 * A confusion matrix: rows are the true classes, columns the predicted ones. Right predictions are blue, wrong ones orange. The
 * colour is stronger for a larger share of the row; for wrong predictions it is full at half of the row, so that rare mistakes are
 * visible.
 *
 * @param counts `[classes][classes]`, numbers of images.
 */
export function confusionMatrix(
  counts: readonly (readonly number[])[],
  { classes, linkOf }: ConfusionMatrixOptions,
): TopLevelSpec {
  const { size, gap, names, axis, labelAngle } = layOut(classes);
  const printed = classes.length <= MOST_COUNTS;
  const scale = { domain: classes.map((_, number) => number), paddingInner: 0, paddingOuter: 0 };
  const position = { type: 'ordinal', scale } as const;
  const values = cells(counts, { withEmpty: printed }).map((one) => ({
    ...one,
    link: linkOf?.(one.row, one.column),
  }));
  return {
    params: [{ name: 'names', value: names }],
    data: { values },
    width: size * classes.length,
    height: size * classes.length,
    view: { fill: colours.empty },
    encoding: {
      x: { field: 'column', ...position, title: 'predicted class', axis: { ...axis, labelAngle } },
      y: { field: 'row', ...position, title: 'true class', axis },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: colours.paper, strokeWidth: gap },
        encoding: {
          color: { field: 'fill', type: 'nominal', scale: null },
          fillOpacity: { field: 'strength', type: 'quantitative', scale: null },
        },
      },
      ...(printed ? [printedCounts(counts, size)] : []),
      ...(linkOf ? [links] : []),
    ],
  };
}

/**
 * The size of the cells and of the names. Both shrink with the number of classes; above 100 classes names are left out.
 */
function layOut(classes: readonly string[]) {
  const named = classes.length <= MOST_NAMES;
  const largest = classes.length <= 4 ? 96 : 64;
  const smallest = named ? 13 : 2;
  const size = Math.min(
    largest,
    Math.max(smallest, Math.floor((named ? 560 : 1300) / classes.length)),
  );
  const labelFontSize = Math.min(11, size - 3);
  const font = { size: labelFontSize };
  const names = named
    ? classes.map((name) => shorten(visibleText(name), { ...font, width: LONGEST_NAME }))
    : [];
  const fits = names.every((name) => textWidth(name, font) < size - 4);
  const axis = named
    ? { labelExpr: 'names[datum.value]', labelFontSize, titlePadding: 12 }
    : { labels: false };
  return {
    size,
    gap: size > 24 ? 2 : named ? 1 : 0,
    names,
    axis,
    labelAngle: fits ? 0 : size < 20 ? -90 : -45,
  };
}

/** Invisible cells that are links, on top of the others. */
const links: Layer = {
  transform: [{ filter: 'isValid(datum.link)' }],
  mark: { type: 'rect', opacity: 0 },
  encoding: { href: { field: 'link', type: 'nominal' } },
};

function printedCounts(counts: readonly (readonly number[])[], size: number): Layer {
  const digits = String(Math.max(...counts.flat())).length;
  return {
    mark: { type: 'text', fontSize: Math.min(14, size * 0.42, (size - 6) / (digits * 0.64)) },
    encoding: {
      text: { field: 'count' },
      color: { field: 'ink', type: 'nominal', scale: null },
    },
  };
}

function cells(
  counts: readonly (readonly number[])[],
  { withEmpty }: { withEmpty: boolean },
): Cell[] {
  return counts.flatMap((row, rowNumber) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.flatMap((count, column) =>
      count > 0 || withEmpty ? [cell({ row: rowNumber, column, count, total })] : [],
    );
  });
}

function cell(at: { row: number; column: number; count: number; total: number }): Cell {
  const { row, column, count, total } = at;
  if (count === 0)
    return { row, column, count: '', fill: colours.empty, strength: 1, ink: colours.ink };
  const share = count / total;
  const right = row === column;
  const strength = right ? 0.12 + 0.88 * share : 0.15 + 0.85 * Math.min(1, 2 * share);
  return {
    row,
    column,
    count: String(count),
    fill: right ? colours.right : colours.wrong,
    strength: Number(strength.toFixed(3)),
    ink: strength > 0.7 ? colours.onColour : colours.ink,
  };
}
