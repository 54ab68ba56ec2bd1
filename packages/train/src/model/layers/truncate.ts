import type { LayerList, LayerNode } from './layer-node.ts';
import { unsupportedModel } from './unsupported.ts';

/**
 * The part of a model that ends in the named node: the node and all nodes that it depends on, each after its inputs.
 *
 * @param nodes In any order.
 * @throws {SproutError} `model-unsupported` when there is no node of that name.
 */
export function truncate(nodes: LayerList, name: string): LayerList {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const ordered = new Map<string, LayerNode>();
  // an explicit stack, because recursion over thousands of layers in a row would overflow the call stack
  const stack = [name];
  while (stack.length > 0) {
    const top = stack.at(-1)!; // not empty
    const node = byName.get(top);
    if (node === undefined) throw unsupportedModel(`it has no layer ${top}`);
    const next = node.inputs.find((input) => !ordered.has(input));
    if (next === undefined) {
      ordered.set(top, node);
      stack.pop();
    } else {
      stack.push(next);
    }
  }
  return [...ordered.values()];
}
