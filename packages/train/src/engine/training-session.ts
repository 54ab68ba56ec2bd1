import type { NamedTensor } from '../tensor/named-tensor.ts';

/** What computes; `tensorflow` is tfjs-node. */
export type EngineName = 'onnx' | 'wasm' | 'tensorflow' | 'cpu';

/** What one optimiser step learns from. */
export interface StepInput {
  /** `[count, height, width, channels]`, RGB, 0 to 255; the session applies the model's input normalisation. Only read; may lie in shared memory. */
  readonly images: Uint8Array;
  readonly count: number;
  /** `[count, classes]`: one-hot, or smoothed. */
  readonly targets: Float32Array;
  /** `[count]`: what each sample's loss counts; 1 without class weights. */
  readonly weights: Float32Array;
  readonly learningRate: number;
  /** Optimiser steps done before this one since the start of the run: addresses dropout, counts for Adam's bias correction. */
  readonly step: number;
}

/** What a step came to. */
export interface StepResult {
  /** The sum over samples of `weight * crossEntropy(target, prediction)`, divided by `count`. Before the update. */
  readonly loss: number;
  /** How many samples of the batch were predicted right, before the update. */
  readonly correct: number;
}

/** All that a session has learned; restoring it continues bit for bit. */
export interface SessionState {
  /** In the model's own order and names (tfjs layers), batch norm's moving statistics included. */
  readonly weights: readonly NamedTensor[];
  readonly optimiser: readonly NamedTensor[];
}

/** A model in training on one engine. Owns native memory until it is disposed of; used afterwards it throws. */
export interface TrainingSession extends AsyncDisposable {
  readonly engine: EngineName;
  /**
   * One optimiser step.
   *
   * @throws {SproutError} `model-unsupported` for what is not trained as it is written: penalties, say; `shape-mismatch`.
   */
  trainStep(input: StepInput): Promise<StepResult>;
  /**
   * Probabilities `[count, classes]` in inference mode. A fresh array.
   *
   * @param images `[count, height, width, channels]`, RGB, 0 to 255. Only read; may lie in shared memory.
   * @throws {SproutError} `shape-mismatch`.
   */
  predict(images: Uint8Array, count: number): Promise<Float32Array>;
  /** Copies; the session goes on unchanged. */
  state(): Promise<SessionState>;
  /**
   * Goes on from a state of this or another session on the same model and engine. Optimiser slots that are missing start at
   * zero.
   *
   * @throws {SproutError} `shape-mismatch`, naming the first tensor that is missing, too many or of another shape.
   */
  restore(state: SessionState): Promise<void>;
}
