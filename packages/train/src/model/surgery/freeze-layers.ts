import type { LayerNode } from '../layers/layer-node.ts';
import { readTopology } from '../layers/read-topology.ts';
import { unsupportedModel } from '../layers/unsupported.ts';
import { writeTopology } from '../layers/write-topology.ts';
import type { ModelOutline } from './model-outline.ts';

/**
 * The same model with only those layers trainable that `isTrainable` accepts. Batch normalisation that is not trainable uses its
 * running mean and variance in training too.
 *
 * @throws {SproutError} `model-unsupported` when the topology cannot be read.
 */
export function freezeLayers(
  { topology, input }: ModelOutline,
  isTrainable: (layer: string) => boolean,
): ModelOutline {
  const layers = readTopology(topology).map((node): LayerNode => {
    const { trainable: _, ...config } = node.config;
    return { ...node, config, trainable: node.kind !== 'InputLayer' && isTrainable(node.name) };
  });
  return { topology: writeTopology(layers), input };
}

/**
 * The names of a layer and of all layers after it, in the order of the topology: the layers that are trained when a base is
 * fine-tuned from that layer on.
 *
 * @throws {SproutError} `model-unsupported` when there is no layer of that name.
 */
export function layersFrom(
  { topology }: Pick<ModelOutline, 'topology'>,
  layer: string,
): ReadonlySet<string> {
  const names = readTopology(topology).map(({ name }) => name);
  const start = names.indexOf(layer);
  if (start === -1) throw unsupportedModel(`it has no layer ${layer}`);
  return new Set(names.slice(start));
}
