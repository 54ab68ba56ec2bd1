import { addImages } from '../../graph/emit/add-images.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { CompilerLayer } from '../contract/compiler-layer.ts';
import type { Backward } from '../contract/operation.ts';
import type { Reach } from './reach.ts';

/** An emitted layer, with the function that emits its gradient. */
export interface Recorded {
  readonly layer: CompilerLayer;
  readonly backward: Backward;
}

/** Gradients of one scalar, by the names of weights and of layers. */
export interface Gradients {
  readonly weights: ReadonlyMap<string, Value>;
  readonly layers: ReadonlyMap<string, Value>;
}

export interface PropagateOptions {
  /** The given gradients with respect to outputs of layers, by the names of the layers. */
  readonly outputGradients: ReadonlyMap<string, Value>;
  readonly reach: Reach;
  /** The layers whose gradients are returned. */
  readonly targets: ReadonlySet<string>;
}

/**
 * Reverse-mode differentiation: calls the `backward` of each layer, from the last layer to the first. Where an output has
 * several users, their gradients are summed. Returns the gradients with respect to the targets.
 */
export function propagate(
  graph: GraphBuilder,
  tape: readonly Recorded[],
  { outputGradients, reach, targets }: PropagateOptions,
): ReadonlyMap<string, Value> {
  const gradients = new Map(outputGradients);
  const found = new Map<string, Value>();
  for (const { layer, backward } of tape.toReversed()) {
    const gradient = gradients.get(layer.name);
    if (gradient === undefined) continue;
    if (targets.has(layer.name)) found.set(layer.name, gradient);
    if (!reach.through.has(layer.name)) continue;
    const parts = backward(gradient);
    for (const [index, name] of layer.inputs.entries()) {
      const part = parts[index];
      if (part === undefined || !reach.outputs.has(name)) continue;
      const sum = gradients.get(name);
      gradients.set(name, sum === undefined ? part : addImages(graph, sum, part));
    }
  }
  return found;
}
