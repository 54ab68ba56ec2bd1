import { inOrder } from './in-order.ts';
import type { LayerList } from './layer-node.ts';
import { unsupportedModel } from './unsupported.ts';

/**
 * The part of a model that ends in the named node: the node and all nodes that it depends on, each after its inputs.
 *
 * @param nodes In any order.
 * @throws {SproutError} `model-unsupported` when there is no node of that name, or its nodes form a cycle.
 */
export function truncate(nodes: LayerList, name: string): LayerList {
  if (!nodes.some((node) => node.name === name)) throw unsupportedModel(`it has no layer ${name}`);
  const ordered = inOrder(nodes, [name]);
  if (typeof ordered !== 'string') return ordered;
  throw unsupportedModel(`${ordered} is in a cycle of layers`);
}
