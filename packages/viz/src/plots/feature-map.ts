import { visibleText } from '@sprout/core';
import type { TopLevelSpec } from 'vega-lite';
import { shorten } from '../text/shorten.ts';
import { colours } from '../svg/theme.ts';

/** A point of a feature map. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
  /** From 0. */
  readonly label: number;
  /** The address that the point leads to, such as the path of its image from the folder of the map. */
  readonly href?: string | undefined;
  /** The text of the link, such as the file and the class of its image. */
  readonly title?: string | undefined;
}

export interface FeatureMapOptions {
  /** The names of the classes. */
  readonly classes: readonly string[];
  readonly title?: string | undefined;
  /** Draws it for a phone: smaller, with the classes below it. */
  readonly narrow?: boolean | undefined;
}

const SIDE = 560;
const NARROW_SIDE = 310;
const LONGEST_NAME = 160;
/** The opacity of points without a link among others with one, and of all others. */
const FAINT = 0.3;
const CLEAR = 0.85;
const SHAPES = ['circle', 'triangle', 'square', 'diamond', 'cross'];

/**
 * Images as points on a plane, coloured by class. Classes also differ in the form of their points, because colours alone can be
 * confused. The axes have no meaning, and are not drawn. If only some points have links, the others are pale and behind them.
 */
export function featureMap(
  points: readonly MapPoint[],
  { classes, title, narrow = false }: FeatureMapOptions,
): TopLevelSpec {
  const names = classes.map((name) =>
    shorten(visibleText(name), { size: 11, width: LONGEST_NAME }),
  );
  const domain = classes.map((_, label) => label);
  const side = narrow ? NARROW_SIDE : SIDE;
  const legend = { ...LEGEND, ...(narrow ? BELOW : { orient: 'right' as const }) };
  const axis = { type: 'quantitative', axis: null, scale: { zero: false } } as const;
  const ofLabel = { field: 'label', type: 'nominal', legend } as const;
  const shapes = domain.map((label) => SHAPES[label % SHAPES.length]!);
  const encoding = {
    x: { field: 'x', ...axis },
    y: { field: 'y', ...axis },
    color: { ...ofLabel, scale: { domain, range: domain.map(colourOf) } },
    shape: { ...ofLabel, scale: { domain, range: shapes } },
  };
  const linked = points.filter(({ href }) => href !== undefined);
  const others = points.filter(({ href }) => href === undefined);
  return {
    ...(title !== undefined && { title }),
    params: [{ name: 'names', value: names }],
    width: side,
    height: side,
    layer: [
      { points: others, opacity: linked.length > 0 ? FAINT : CLEAR },
      { points: linked, opacity: CLEAR },
    ]
      .filter((layer) => layer.points.length > 0)
      .map((layer) => ({
        data: { values: layer.points },
        mark: { type: 'point', filled: true, size: narrow ? 18 : 34, opacity: layer.opacity },
        encoding: { ...encoding, ...(layer.points === linked && LINK) },
      })),
    config: { view: { stroke: colours.grid } },
  };
}

const LINK = {
  href: { field: 'href', type: 'nominal' },
  description: { field: 'title', type: 'nominal' },
} as const;
const BELOW = { orient: 'bottom', direction: 'vertical', columns: 2 } as const;
const LEGEND = {
  labelExpr: 'names[datum.value]',
  symbolOpacity: 1,
  symbolSize: 70,
} as const;

/** Colours around the circle of hues, far apart for neighbours in the list, dark enough on white and light enough on black. */
function colourOf(label: number): string {
  return `hsl(${Math.round((label * 137.508) % 360)}, 62%, ${label % 2 === 0 ? 42 : 54}%)`;
}
