import type { Json } from '@sprout/core';
import type { LayerTopology } from './topology.ts';

/**
 * What is wrong with how layers are connected: tfjs never ends building a model in which a layer waits for itself, or for
 * one that is not there. `undefined` when nothing is.
 */
export function connectionFault(layers: readonly LayerTopology[]): string | undefined {
  const waiting = new Map<string, readonly string[]>();
  for (const layer of layers) {
    const inputs = inputsOf(layer);
    if (inputs === undefined) return `${layer.config.name} is connected in a way that is not known`;
    waiting.set(layer.config.name, inputs);
  }
  for (;;) {
    const ready = [...waiting].find(([, inputs]) => !inputs.some((name) => waiting.has(name)));
    if (ready === undefined) break;
    const missing = ready[1].find((name) => !layers.some(({ config }) => config.name === name));
    if (missing !== undefined) return `${ready[0]} is connected to ${missing}, which is not there`;
    waiting.delete(ready[0]);
  }
  const [first] = waiting.keys();
  return first === undefined ? undefined : `${first} is connected to itself, by way of others`;
}

/** The names of the layers that a layer takes its inputs from; `undefined` for shared layers and other unknown forms. */
function inputsOf({ inbound_nodes: nodes = [] }: LayerTopology): readonly string[] | undefined {
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
