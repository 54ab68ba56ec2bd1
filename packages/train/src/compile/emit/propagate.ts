import { addImages } from '../../graph/emit/add-images.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { CompilerLayer } from '../contract/compiler-layer.ts';
import type { Backward } from '../contract/operation.ts';
import type { Reach } from './reach.ts';

/** A layer that was emitted, with the function that emits its gradient. */
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
  /** Gradients with respect to the outputs of some layers, from which all others follow. */
  readonly cotangents: ReadonlyMap<string, Value>;
  readonly reach: Reach;
  /** The layers whose gradients are returned. */
  readonly targets: ReadonlySet<string>;
}

/**
 * Calls the layers' `backward` from last to first: reverse-mode differentiation. Gradients are summed where a layer's output
 * has several users.
 */
export function propagate(
  graph: GraphBuilder,
  tape: readonly Recorded[],
  { cotangents, reach, targets }: PropagateOptions,
): ReadonlyMap<string, Value> {
  const waiting = new Map(cotangents);
  const found = new Map<string, Value>();
  for (const { layer, backward } of tape.toReversed()) {
    const gradient = waiting.get(layer.name);
    if (gradient === undefined) continue;
    if (targets.has(layer.name)) found.set(layer.name, gradient);
    if (!reach.through.has(layer.name)) continue;
    const parts = backward(gradient);
    for (const [index, name] of layer.inputs.entries()) {
      const part = parts[index];
      if (part === undefined || !reach.outputs.has(name)) continue;
      const sum = waiting.get(name);
      waiting.set(name, sum === undefined ? part : addImages(graph, sum, part));
    }
  }
  return found;
}
