import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { Slot } from '../optimiser-slots.ts';

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
  /** What is remembered of the weight from step to step; zeros at first. */
  readonly state: (slot: Slot) => Value;
  /** Reports what becomes of it. */
  readonly keep: (slot: Slot, value: Value) => void;
}

/** Emits the new weight. */
export type UpdateRule = (context: UpdateContext) => Value;
