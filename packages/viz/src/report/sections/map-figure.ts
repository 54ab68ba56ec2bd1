import { featureMap, type MapPoint } from '../../plots/feature-map.ts';
import { figure } from '../parts/figure.ts';
import { html, type Html } from '../parts/html.ts';

export interface MapFigureOptions {
  /** Unique on the page. */
  readonly id: string;
  /** The name of the method that placed the points. */
  readonly method: string;
  readonly classes: readonly string[];
  readonly caption: string;
}

/** A feature map as a part of a page, for wide and for narrow pages. Its links are for the keyboard too. */
export async function mapFigure(
  points: readonly MapPoint[],
  { id, method, classes, caption }: MapFigureOptions,
): Promise<Html> {
  const hasLinks = points.some(({ href }) => href !== undefined);
  const drawing = await figure(featureMap(points, { classes }), {
    id,
    narrow: featureMap(points, { classes, narrow: true }),
    alt: `${method}: ${points.length} images of ${classes.length} classes as points`,
    caption,
    hasLinks,
  });
  if (!hasLinks) return drawing;
  return html`<a class="skip" href="#${id}-end">Skip the points</a> ${drawing}
    <span id="${id}-end" tabindex="-1"></span>`;
}
