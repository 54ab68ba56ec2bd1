import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { GraphBuilder, Value } from '../graph/ir/graph-builder.ts';

/** An optimiser slot: a tensor of the weight's shape that the optimiser keeps for each weight, named `<weight>/<slot>`. */
export type Slot = 'm' | 'v' | 'velocity';

/** The scalars of one optimiser step, as inputs of the graph. */
export interface StepScalars {
  readonly learningRate: Value;
  /** The learning rate; for Adam with its bias correction. */
  readonly stepSize: Value;
}

/** One weight in a training graph. */
export interface UpdateContext {
  readonly graph: GraphBuilder;
  readonly scalars: StepScalars;
  readonly weight: Value;
  readonly gradient: Value;
  /** The value of a slot before the step; zeros before the first step. */
  readonly state: (slot: Slot) => Value;
  /** Reports the value of a slot after the step. */
  readonly keep: (slot: Slot, value: Value) => void;
}

/** Emits the operators that compute the new weight, and returns it. */
export type UpdateRule = (context: UpdateContext) => Value;

/** One weight in TensorFlow.js. */
export interface WeightUpdate {
  readonly weight: Variable;
  readonly gradient: Tensor;
  readonly slots: ReadonlyMap<Slot, Variable>;
  readonly learningRate: number;
  /** Optimiser steps done before this one. */
  readonly step: number;
}

/** A step of a run and its learning rate. */
export interface StepRate {
  readonly learningRate: number;
  /** Optimiser steps done before this one. */
  readonly step: number;
}
