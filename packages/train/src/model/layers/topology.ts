import type { Json } from '@sprout/core';
import { z } from 'zod';
import { unsupportedModel } from './unsupported.ts';

const layerSchema = z.looseObject({
  class_name: z.string(),
  config: z.looseObject({ name: z.string() }),
});

const endsSchema = z.array(z.tuple([z.string()], z.unknown())).optional();

const topologySchema = z.looseObject({
  class_name: z.enum(['Sequential', 'Model', 'Functional']),
  config: z.union([
    z.looseObject({
      layers: z.array(layerSchema).min(1),
      input_layers: endsSchema,
      output_layers: endsSchema,
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

/** The outer shape of a layers model in JSON, as Keras and TensorFlow.js write it. */
export type Topology = Readonly<Record<string, Json>> & {
  readonly class_name: 'Sequential' | 'Model' | 'Functional';
  readonly config: readonly LayerTopology[] | GraphTopology;
};

/** The layers that a graph begins or ends with, each as name, node index and tensor index. */
type Ends = readonly (readonly [string, ...Json[]])[];

interface GraphTopology {
  readonly layers: readonly LayerTopology[];
  readonly input_layers?: Ends;
  readonly output_layers?: Ends;
  readonly [field: string]: Json;
}

/** @throws {SproutError} `model-unsupported` when it is not the JSON of a layers model. */
export function parseTopology(topology: Json): Topology {
  const { success, error } = topologySchema.safeParse(topology);
  if (!success)
    throw unsupportedModel(
      `it is not a layers model: ${z.prettifyError({ issues: error.issues.slice(0, 1) })}`,
    );
  return topology as Json & Topology; // the schema has checked the fields; the object is passed on unchanged
}

/** The layers of a topology in their own order; a model inside the model counts as one layer. */
export function layersOf({ config }: Topology): readonly LayerTopology[] {
  return isList(config) ? config : config.layers;
}

/** The names of the layers that a topology names as its inputs or outputs; `undefined` where it does not name them. */
export function endsOf(
  { config }: Topology,
  ends: 'input_layers' | 'output_layers',
): readonly string[] | undefined {
  return isList(config) ? undefined : config[ends]?.map(([name]) => name);
}

/** The name of the layer whose output is the model's. */
export function outputLayerName(topology: Topology): string {
  return endsOf(topology, 'output_layers')?.[0] ?? layersOf(topology).at(-1)!.config.name; // a topology has a layer
}

/** As `Array.isArray`, which does not narrow readonly arrays. */
function isList(config: Topology['config']): config is readonly LayerTopology[] {
  return Array.isArray(config);
}
