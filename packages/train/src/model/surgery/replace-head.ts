import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import { unsupportedModel } from '../layers/unsupported.ts';
import { addHead } from './add-head.ts';
import type { HeadOptions } from './head-spec.ts';
import type { ModelOutline } from './model-outline.ts';
import { truncateAt } from './truncate-at.ts';

export interface ReplaceHeadOptions {
  readonly head: HeadOptions;
  /** The layer whose output the head takes; by default the input of the last layer with weights. */
  readonly at?: string | undefined;
}

/**
 * A model with another head: the layers after `at` are removed, and those of the head are put there.
 *
 * @throws {SproutError} `model-unsupported` when there is no layer of that name, or, without it, where the last layer with weights
 *   cannot be found; and as `addHead`.
 */
export function replaceHead(outline: ModelOutline, { head, at }: ReplaceHeadOptions): ModelOutline {
  return addHead(truncateAt(outline, at ?? belowLastWeights(outline)), head);
}

function belowLastWeights({ topology }: ModelOutline): string {
  const layers = readTopology(topology);
  const last = inferShapes(layers)?.findLast(({ weights }) => weights.length > 0);
  const below = last?.inputs[0];
  if (below === undefined) throw unsupportedModel('its last layer with weights cannot be found');
  return below;
}
