import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { Predictor } from './predictor.ts';

/** One batch and its place in the training. */
export interface StepInput {
  /** `[count, height, width, channels]`, RGB, 0 to 255; normalised by the trainer. Only read; may lie in shared memory. */
  readonly images: Uint8Array;
  readonly count: number;
  /** `[count, classes]`: one-hot, or smoothed. */
  readonly targets: Float32Array;
  /** `[count]`: the factor of each sample's loss; 1 without class weights. */
  readonly weights: Float32Array;
  readonly learningRate: number;
  /** The number of optimiser steps before this one since the start of the run: addresses dropout, and corrects Adam's bias. */
  readonly step: number;
}

/** The result of a step. */
export interface StepResult {
  /** The sum over samples of `weight * crossEntropy(target, prediction)`, divided by `count`. Before the update. */
  readonly loss: number;
  /** How many samples of the batch were predicted right, before the update. */
  readonly correct: number;
}

/** All that a trainer has learned; restoring it continues bit for bit. */
export interface TrainerState {
  /** In the order and by the names of the layers model; batch normalisation's running means and variances included. */
  readonly weights: readonly NamedTensor[];
  readonly optimiser: readonly NamedTensor[];
}

/** A predictor that also updates its weights. The model must end in a softmax. */
export interface Trainer extends Predictor {
  /**
   * One optimiser step.
   *
   * @throws {SproutError} `model-unsupported` for layers with penalties or constraints, which are not applied; `shape-mismatch`.
   */
  trainStep(input: StepInput): Promise<StepResult>;
  /** Copies; later steps do not change them. */
  state(): Promise<TrainerState>;
  /**
   * Continues from a state of this or another trainer of the same model and engine. Optimiser slots that are missing start at
   * zero.
   *
   * @throws {SproutError} `weight-missing`, `weight-unknown` or `shape-mismatch`, naming the first tensor that does not fit.
   */
  restore(state: TrainerState): Promise<void>;
}
