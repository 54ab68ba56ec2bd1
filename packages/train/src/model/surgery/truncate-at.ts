import { readTopology } from '../layers/read-topology.ts';
import { truncate } from '../layers/truncate.ts';
import { writeTopology } from '../layers/write-topology.ts';
import type { ModelOutline } from './model-outline.ts';

/**
 * The part of a model that ends in the named layer: what Keras' `model.pop()` leaves.
 *
 * @throws {SproutError} `model-unsupported` when there is no layer of that name.
 */
export function truncateAt({ topology, input }: ModelOutline, layer: string): ModelOutline {
  return { topology: writeTopology(truncate(readTopology(topology), layer)), input };
}
