import type { TopLevelSpec } from 'vega-lite';

/** A plot of several layers with the same axes. It can be drawn alone or beside others. */
export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
/** One layer of a `LayeredSpec`. */
export type Layer = LayeredSpec['layer'][number];
