import { type Json, SproutError } from '@sprout/core';
import { z } from 'zod';

const layerSchema = z.looseObject({
  class_name: z.string(),
  config: z.looseObject({ name: z.string() }),
});

const topologySchema = z.looseObject({
  class_name: z.enum(['Sequential', 'Model', 'Functional']),
  config: z.union([
    z.looseObject({
      layers: z.array(layerSchema).min(1),
      output_layers: z.array(z.tuple([z.string()], z.unknown())).optional(),
    }),
    z.array(layerSchema).min(1),
  ]),
});

/** One layer as a topology lists it. */
export interface LayerTopology {
  readonly class_name: string;
  readonly config: { readonly name: string; readonly [field: string]: Json };
  readonly [field: string]: Json;
}

/** The outer shape of a layers model in JSON, as Keras and tfjs write it. */
export type Topology = Readonly<Record<string, Json>> & {
  readonly class_name: 'Sequential' | 'Model' | 'Functional';
  readonly config: readonly LayerTopology[] | GraphTopology;
};

interface GraphTopology {
  readonly layers: readonly LayerTopology[];
  readonly output_layers?: readonly (readonly [string, ...Json[]])[];
  readonly [field: string]: Json;
}

/** @throws {SproutError} `model-unsupported` when it is not the JSON of a layers model. */
export function parseTopology(topology: Json): Topology {
  const { success, error } = topologySchema.safeParse(topology);
  if (!success) {
    const reason = `it is not a layers model: ${z.prettifyError(error)}`;
    throw new SproutError('model-unsupported', { what: 'The topology', reason });
  }
  return topology as Json & Topology; // what the schema has just checked; passed on untouched
}

/** The layers of a topology in their own order; nested models count as one layer. */
export function layersOf(topology: Topology): readonly LayerTopology[] {
  const { config } = topology;
  return isList(config) ? config : config.layers;
}

/** The name of the layer whose output is the model's. */
export function outputLayerName(topology: Topology): string {
  const { config } = topology;
  const output = isList(config) ? undefined : config.output_layers?.[0]?.[0];
  return output ?? layersOf(topology).at(-1)!.config.name; // a topology has a layer
}

/** A topology with some of its layers replaced. */
export function mapLayers(
  topology: Topology,
  change: (layer: LayerTopology) => LayerTopology,
): Topology {
  const layers = layersOf(topology).map(change);
  const { config } = topology;
  return { ...topology, config: isList(config) ? layers : { ...config, layers } };
}

/** As `Array.isArray`, which does not narrow readonly arrays. */
function isList(config: Topology['config']): config is readonly LayerTopology[] {
  return Array.isArray(config);
}
