import type { Json } from '@sprout/core';
import { inboundNames } from '../layers/connection-fault.ts';
import { inOrder } from '../layers/in-order.ts';
import { layersOf, type LayerTopology, parseTopology, type Topology } from '../layers/topology.ts';

/**
 * The same model, and the models in it, with each layer after its inputs, and with only those fields of a layer that
 * `checkTopology` reads. TensorFlow.js takes quadratic time for layers in another order, and never finishes where a layer has two
 * names or two lists of connections.
 *
 * @param topology Checked.
 */
export function withOrderedLayers(topology: Topology): Json {
  const { class_name, config } = topology;
  const plain = layersOf(topology).map(plainLayer);
  const layers = class_name === 'Sequential' ? plain : ordered(plain);
  return { class_name, config: 'layers' in config ? { ...config, layers } : layers };
}

function ordered(layers: readonly LayerTopology[]): readonly LayerTopology[] {
  const nodes = layers.map((layer) => ({
    name: layer.config.name,
    inputs: inboundNames(layer) ?? [], // checkTopology refuses unknown forms
    layer,
  }));
  const sorted = inOrder(nodes);
  return typeof sorted === 'string' ? layers : sorted.map(({ layer }) => layer); // checkTopology refuses cycles
}

function plainLayer({ class_name, config, inbound_nodes = [] }: LayerTopology): LayerTopology {
  const { name } = config;
  if (!('layers' in config)) return { class_name, name, config, inbound_nodes };
  const inner = withOrderedLayers(parseTopology({ class_name, config }));
  return { class_name, name, ...(inner as Pick<LayerTopology, 'config'>), inbound_nodes }; // a configuration with a list of layers keeps its other fields
}
