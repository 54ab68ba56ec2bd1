import { readTopology } from '../layers/read-topology.ts';
import type { ModelOutline } from './model-outline.ts';

/** The name of the layer whose output is that of the model. @throws {SproutError} `model-unsupported`. */
export function outputLayer({ topology }: Pick<ModelOutline, 'topology'>): string {
  return readTopology(topology).at(-1)!.name; // a model has a layer
}
