import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import { parseTopology, type Topology } from '../layers/topology.ts';
import type { ModelDefinition } from '../model-definition.ts';
import { checkWeights } from '../../weights/check-weights.ts';

/**
 * Checks a definition as far as this is possible without building it. What remains is checked by `buildModel`.
 *
 * @returns The topology.
 * @throws {SproutError} `model-unsupported`; `weight-missing`, `weight-unknown` or `shape-mismatch` when the weights do not fit
 * the topology.
 */
export function checkFit({
  topology,
  weights,
}: Pick<ModelDefinition, 'topology' | 'weights'>): Topology {
  const shapes = inferShapes(readTopology(topology));
  if (shapes !== undefined)
    checkWeights(weights, { required: shapes.flatMap((shape) => shape.weights) });
  return parseTopology(topology);
}
