import { readTopology } from '../layers/read-topology.ts';
import type { ModelOutline } from './model-outline.ts';

/** Whether a layer of a model drops values at random in training. @throws {SproutError} `model-unsupported`. */
export function hasDropout({ topology }: Pick<ModelOutline, 'topology'>): boolean {
  return readTopology(topology).some(({ kind }) => kind === 'Dropout');
}
