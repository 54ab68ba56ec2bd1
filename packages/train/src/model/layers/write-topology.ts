import type { Json } from '@sprout/core';
import type { LayerList, LayerNode } from './layer-node.ts';
import type { LayerTopology, Topology } from './topology.ts';

/**
 * A layer list as the topology of a `Model`, which `readTopology` reads as the same list.
 *
 * @param layers As `readTopology` gives them, or a part of them that ends in one layer. Not split by `splitActivations`.
 */
export function writeTopology(layers: LayerList, name = 'model'): Topology {
  const [first, last] = [layers[0]!, layers.at(-1)!]; // a model has a layer
  const config = {
    name,
    layers: layers.map(layerTopology),
    input_layers: [[first.name, 0, 0]] as const,
    output_layers: [[last.name, 0, 0]] as const,
  };
  return { class_name: 'Model', config };
}

function layerTopology({ name, kind, inputs, config, trainable }: LayerNode): LayerTopology {
  const frozen = kind !== 'InputLayer' && !trainable ? { trainable: false } : {};
  const connections = inputs.map((input): Json => [input, 0, 0, {}]);
  return {
    name,
    class_name: kind,
    config: { ...config, name, ...frozen },
    inbound_nodes: connections.length === 0 ? [] : [connections],
  };
}
