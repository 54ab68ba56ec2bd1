import type { Json } from '@sprout/core';

/** One node of a layer list. */
export interface LayerNode {
  readonly name: string;
  /** The layer that the node comes from; it owns the weights. */
  readonly layer: string;
  /** The class of the layer. Where activations are split off, they are nodes of class `Activation`. */
  readonly kind: string;
  /** The names of the nodes whose outputs it takes. */
  readonly inputs: readonly string[];
  /** The layer's configuration, with keys in snake case. */
  readonly config: Readonly<Record<string, Json>>;
  readonly trainable: boolean;
}

/** A model as a list: each node stands after its inputs; the first is the only input, the last is the output. */
export type LayerList = readonly LayerNode[];

/** The activation that an `Activation` node names. */
export function activationName({ config }: LayerNode): string {
  const name = config['activation'];
  return typeof name === 'string' ? name : 'linear';
}
