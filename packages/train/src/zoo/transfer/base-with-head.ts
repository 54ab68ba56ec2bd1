import { addHead } from '../../model/surgery/add-head.ts';
import { freezeLayers, layersFrom } from '../../model/surgery/freeze-layers.ts';
import type { HeadOptions } from '../../model/surgery/head-spec.ts';
import type { ModelOutline } from '../../model/surgery/model-outline.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { readTopology } from '../../model/layers/read-topology.ts';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { withWeights } from '../create-base.ts';

export interface JoinOptions {
  readonly head: HeadOptions;
  /** Weights of the head that are there already. All others are initial. */
  readonly headWeights?: readonly NamedTensor[];
  /** Which layers of the base are trained; `none` by default. Those of the head always are. */
  readonly trainable?: string;
  /** Addresses the initial weights, as for `createModel`. */
  readonly seed: number;
}

/**
 * A base and a head on it as one model definition. Batch normalisation of layers that are not trained uses its running mean and
 * variance in training too.
 *
 * @param base With its weights, up to the layer whose output is the input of the head. Weights that are missing are initial.
 * @returns Arrays of the given weights are shared.
 * @throws {SproutError} as `addHead` and `withWeights`; `model-unsupported` when the base has no layer of the name in `trainable`.
 */
export function baseWithHead(base: ModelDefinition, options: JoinOptions): ModelDefinition {
  const { headWeights = [], seed } = options;
  const outline = outlineWithHead(base, options);
  return withWeights(outline, { given: [...base.weights, ...headWeights], seed });
}

/** As `baseWithHead`, without the numbers of the weights. */
export function outlineWithHead(
  base: ModelOutline,
  { head, trainable = 'none' }: Pick<JoinOptions, 'head' | 'trainable'>,
): ModelOutline {
  const frozen = frozenLayers(base, trainable);
  return freezeLayers(addHead(base, head), (layer) => !frozen.has(layer));
}

function frozenLayers(base: ModelOutline, trainable: string): ReadonlySet<string> {
  const names = new Set(readTopology(base.topology).map(({ name }) => name));
  if (trainable === 'none') return names;
  if (trainable === 'all') return new Set();
  const trained = layersFrom(base, trainable.replace(/^from:/, ''));
  return new Set([...names].filter((name) => !trained.has(name)));
}
