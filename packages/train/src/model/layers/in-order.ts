interface Node {
  readonly name: string;
  /** The names of nodes in the list. */
  readonly inputs: readonly string[];
}

/**
 * Nodes and all that they depend on, each after its inputs, otherwise in their own order. Takes linear time.
 *
 * @param nodes In any order.
 * @param from The nodes that are wanted; all of them by default.
 * @returns The name of a node in a cycle where there is one.
 */
export function inOrder<N extends Node>(
  nodes: readonly N[],
  from: readonly string[] = nodes.map(({ name }) => name),
): readonly N[] | string {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const ordered = new Map<string, N>();
  const open = new Set<string>();
  // an explicit stack, because recursion over thousands of layers in a row would overflow the call stack
  const stack = from.toReversed();
  while (stack.length > 0) {
    const name = stack.at(-1)!; // not empty
    const node = byName.get(name)!; // each name is in the list
    if (open.delete(name)) ordered.set(name, node); // its inputs were above it on the stack
    if (ordered.has(name)) {
      stack.pop();
      continue;
    }
    open.add(name);
    for (const input of node.inputs.toReversed()) {
      if (open.has(input)) return input;
      if (!ordered.has(input)) stack.push(input);
    }
  }
  return [...ordered.values()];
}
