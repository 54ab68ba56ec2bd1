import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import type { WeightShape } from '../layers/shapes/layer-shape.ts';
import { unsupportedModel } from '../layers/unsupported.ts';
import type { ModelDefinition } from '../model-definition.ts';

/** A model without the numbers of its weights. It takes little memory, whatever the size of the model. */
export type ModelOutline = Omit<ModelDefinition, 'weights'>;

/**
 * The weights that a model expects, in the order of its layers.
 *
 * @throws {SproutError} `model-unsupported`; also for layers whose shapes are not inferred, see decision 0011.
 */
export function expectedWeights({
  topology,
}: Pick<ModelOutline, 'topology'>): readonly WeightShape[] {
  const shapes = inferShapes(readTopology(topology));
  if (shapes === undefined) throw unsupportedModel('the shapes of its weights cannot be inferred');
  return shapes.flatMap(({ weights }) => weights);
}
