import type { ExpectedTensor } from '../check-weights.ts';

/** A layer of a model and its weights, in the order of the layer. A layer without weights may be listed. */
export interface ExpectedLayer {
  readonly name: string;
  readonly weights: readonly ExpectedTensor[];
}
