import { addHead } from '../../model/surgery/add-head.ts';
import { freezeLayers, layersFrom } from '../../model/surgery/freeze-layers.ts';
import type { HeadOptions } from '../../model/surgery/head-spec.ts';
import type { ModelOutline } from '../../model/surgery/model-outline.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { stagesOf, trainsHeadOnly } from './stage-schema.ts';
import { withWeights } from '../create-base.ts';

export interface BaseWithHeadOptions {
  readonly head: HeadOptions;
  /** Which layers of the base are trained; `none` by default. Those of the head always are. Of several stages, the last counts. */
  readonly trainable?: string;
  /** Addresses the initial weights, as for `createModel`. */
  readonly seed: number;
}

/**
 * A base and a new head on it as one model definition. A head that has been trained on features of the base is put on it by
 * `joinBaseAndHead`. Batch normalisation of layers that are not trained uses its running mean and variance in training too.
 *
 * @param base With its weights, up to the layer whose output is the input of the head. Weights that are missing are initial.
 * @returns Arrays of the given weights are shared.
 * @throws {SproutError} as `addHead` and `withWeights`; `model-unsupported` when the base has no layer of the name in `trainable`.
 */
export function baseWithHead(base: ModelDefinition, options: BaseWithHeadOptions): ModelDefinition {
  const outline = outlineWithHead(base, options);
  return withWeights(outline, { given: base.weights, seed: options.seed });
}

/** As `baseWithHead`, without the numbers of the weights. */
export function outlineWithHead(
  base: ModelOutline,
  { head, trainable = 'none' }: Pick<BaseWithHeadOptions, 'head' | 'trainable'>,
): ModelOutline {
  return addHead(freezeLayers(base, trainedLayers(base, trainable)), head);
}

/** Whether a layer of the base is trained; of several stages, in the last. */
export function trainedLayers(base: ModelOutline, trainable: string): (layer: string) => boolean {
  const last = stagesOf(trainable).at(-1)!; // a text has a part
  if (trainsHeadOnly(last)) return () => false;
  if (last === 'all') return () => true;
  const trained = layersFrom(base, last.replace(/^from:/, ''));
  return (layer) => trained.has(layer);
}
