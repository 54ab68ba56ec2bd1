import type { TopLevelSpec } from 'vega-lite';

/** A plot of several layers over the same axes; stands alone or beside others. */
export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
/** One layer of a `LayeredSpec`. */
export type Layer = LayeredSpec['layer'][number];
