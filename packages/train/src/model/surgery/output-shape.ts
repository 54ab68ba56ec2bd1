import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import { unsupportedModel } from '../layers/unsupported.ts';
import type { ModelOutline } from './model-outline.ts';

/**
 * The shape of a model's output for one image, channels last.
 *
 * @throws {SproutError} `model-unsupported`; also for layers whose shapes are not inferred, see decision 0011.
 */
export function outputShape({ topology }: Pick<ModelOutline, 'topology'>): readonly number[] {
  const output = inferShapes(readTopology(topology))?.at(-1)?.output;
  if (output === undefined) throw unsupportedModel('the shape of its output cannot be inferred');
  return output.map((size) => size ?? 1); // an inferred shape has numbers only
}
