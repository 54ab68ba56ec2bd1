import { readTopology } from '../layers/read-topology.ts';
import { inferShapes } from '../layers/shapes/infer-shapes.ts';
import { unsupportedModel } from '../layers/unsupported.ts';
import type { ModelOutline } from './model-outline.ts';

/**
 * The distance of each layer with weights from the head that is put on a model: 1 for the group of layers next to it, 2 for the
 * group before that, and so on. The layers of a group compute images of the same size: each layer that makes images smaller
 * begins a group. A layer whose images are smaller than those of a later layer (in squeeze-and-excite) is in the group of that
 * layer.
 *
 * @throws {SproutError} `model-unsupported` where the shapes of layers cannot be inferred, see decision 0011.
 */
export function layerGroups({
  topology,
}: Pick<ModelOutline, 'topology'>): ReadonlyMap<string, number> {
  const shapes = inferShapes(readTopology(topology));
  if (shapes === undefined) throw unsupportedModel('the shapes of its layers cannot be inferred');
  const groups = new Map<string, number>();
  let size = 0;
  let group = 0;
  for (const { name, output, weights } of shapes.toReversed()) {
    if (weights.length === 0) continue;
    const own = output.slice(0, -1).reduce<number>((area, side) => area * (side ?? 1), 1);
    if (own > size) group += 1;
    size = Math.max(size, own);
    groups.set(name, group);
  }
  return groups;
}
