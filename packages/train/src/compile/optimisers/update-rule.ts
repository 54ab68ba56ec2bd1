import type { GraphBuilder, Value } from '../../graph/graph-builder.ts';

/** The scalars of one optimiser step, as inputs of the graph. */
export interface StepScalars {
  readonly learningRate: Value;
  /** Adam's learning rate with its bias correction. */
  readonly stepSize: Value;
}

export interface UpdateContext {
  readonly graph: GraphBuilder;
  readonly scalars: StepScalars;
  readonly weight: Value;
  readonly gradient: Value;
  /** One number a weight that is kept from step to step under `<weight>/<part>`; zero at first. */
  readonly state: (part: string) => Value;
  /** Reports what becomes of it. */
  readonly keep: (part: string, value: Value) => void;
}

/** Emits the new weight. */
export type UpdateRule = (context: UpdateContext) => Value;
