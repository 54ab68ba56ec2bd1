import type { Json } from '@sprout/core';
import { inOrder } from './in-order.ts';
import type { LayerTopology } from './topology.ts';

/**
 * Describes the first fault in the connections between layers; `undefined` if there is none. Given a cycle or a missing layer,
 * TensorFlow.js would never finish to build the model.
 */
export function connectionFault(layers: readonly LayerTopology[]): string | undefined {
  const names = new Set(layers.map(({ config }) => config.name));
  const nodes: { readonly name: string; readonly inputs: readonly string[] }[] = [];
  for (const layer of layers) {
    const { name } = layer.config;
    const inputs = inboundNames(layer);
    if (inputs === undefined) return `${name} has connections of an unknown form`;
    const missing = inputs.find((input) => !names.has(input));
    if (missing !== undefined) return `${name} is connected to ${missing}, which does not exist`;
    nodes.push({ name, inputs });
  }
  const ordered = inOrder(nodes);
  return typeof ordered === 'string' ? `${ordered} is in a cycle of layers` : undefined;
}

/** The names of the layers that a layer takes its inputs from; `undefined` for shared layers and other unknown forms. */
export function inboundNames({
  inbound_nodes: nodes = [],
}: LayerTopology): readonly string[] | undefined {
  if (!isList(nodes) || nodes.length > 1) return undefined;
  const names: string[] = [];
  for (const connection of isList(nodes[0]) ? nodes[0] : []) {
    if (!isList(connection)) return undefined;
    const [name, node, tensor] = connection;
    if (typeof name !== 'string' || node !== 0 || tensor !== 0) return undefined;
    names.push(name);
  }
  return names;
}

/** As `Array.isArray`, which does not narrow readonly arrays. */
function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
