import type { Value } from '../../graph/ir/graph-builder.ts';

/** A term of an objective inside a graph. */
export interface EmittedTerm {
  /** `[count]`: the term of each image. */
  readonly values: Value;
  /** The gradient of the sum of `values` with respect to the output of the measured layer. */
  readonly gradient: Value;
}
