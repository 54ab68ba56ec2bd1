import type { TopLevelSpec } from 'vega-lite';

/** The width in pixels that a phone leaves to a plot. */
export const NARROW_WIDTH = 330;
/** The least width of a plotted area. */
const LEAST = 110;

/**
 * A plot with a plotted area that is so much narrower that the whole fits on a phone. `undefined` for a plot whose width has no
 * number, such as a confusion matrix, whose cells have a size.
 *
 * @param width The width of the whole plot, in pixels.
 */
export function narrowSpec(spec: TopLevelSpec, width: number): TopLevelSpec | undefined {
  if (!('width' in spec) || typeof spec.width !== 'number') return undefined;
  const narrowed = Math.max(LEAST, spec.width - (width - NARROW_WIDTH));
  return { ...spec, width: narrowed };
}
