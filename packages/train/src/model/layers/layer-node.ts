import type { Json } from '@sprout/core';

/** One layer of a model, in the order of evaluation. */
export interface LayerNode {
  readonly name: string;
  /** The tfjs layer it comes from, which owns the weights. */
  readonly layer: string;
  /** The class name of a tfjs layer; fused activations stand apart as `Activation`. */
  readonly kind: string;
  /** Names of the nodes whose outputs it takes. */
  readonly inputs: readonly string[];
  /** The layer's own configuration, keys in snake case. */
  readonly config: Readonly<Record<string, Json>>;
  readonly trainable: boolean;
}

/** A layers model as a list: each node stands after its inputs, the first is the one input, the last the output. */
export type LayerList = readonly LayerNode[];

/** The activation that an `Activation` node names. */
export function activationName({ config }: LayerNode): string {
  const name = config['activation'];
  return typeof name === 'string' ? name : 'linear';
}
