import type { Json } from '@sprout/core';
import type { LayerTopology } from './topology.ts';

/**
 * What is wrong with the connections between layers, or `undefined`. TensorFlow.js builds forever where a layer waits for
 * itself, or for a layer that does not exist.
 */
export function connectionFault(layers: readonly LayerTopology[]): string | undefined {
  const names = new Set(layers.map(({ config }) => config.name));
  const waiting = new Map<string, readonly string[]>();
  for (const layer of layers) {
    const { name } = layer.config;
    const inputs = inboundNames(layer);
    if (inputs === undefined) return `${name} is connected in a way that is not known`;
    const missing = inputs.find((input) => !names.has(input));
    if (missing !== undefined) return `${name} is connected to ${missing}, which is not there`;
    waiting.set(name, inputs);
  }
  for (let left = -1; left !== waiting.size;) {
    left = waiting.size;
    for (const [name, inputs] of waiting)
      if (!inputs.some((input) => waiting.has(input))) waiting.delete(name);
  }
  const [first] = waiting.keys();
  return first === undefined ? undefined : `${first} is connected to itself, by way of others`;
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
