import type { NamedTensor } from '../../tensor/named-tensor.ts';
import type { InputNumbers, Predictor } from './predictor.ts';
import type { StageStep } from './stage-step.ts';

/** One batch, with the learning rate and the number of its step. */
export interface StepInput {
  /**
   * `[count, height, width, channels]`, RGB, 0 to 255; normalised by the trainer. For a model that takes features,
   * `[count, ...shape]`. Only read; may lie in shared memory.
   */
  readonly images: InputNumbers;
  readonly count: number;
  /**
   * `[count, classes]`. For a model that ends in a softmax: one-hot rows, or smoothed or mixed ones; each row sums to 1. For a model that
   * ends in sigmoids: 0 or 1 for each tag, or numbers between them.
   */
  readonly targets: Float32Array;
  /** `[count]`: the factor of each sample's loss; 1 without class weights. */
  readonly weights: Float32Array;
  readonly learningRate: number;
  /** The number of steps of the run before this one. It determines the dropout masks and Adam's bias correction. */
  readonly step: number;
  /** For a trainer with stages: that of the step. Adam's bias correction counts its steps. The first stage by default. */
  readonly stage?: StageStep | undefined;
}

/** The result of a step. */
export interface StepResult {
  /**
   * The sum over samples of `weight * crossEntropy(target, prediction)`, divided by `count`, before the update. With sigmoids, the
   * cross-entropy is the mean over the tags.
   */
  readonly loss: number;
  /**
   * The number of samples whose predicted class, before the update, is the class with the largest target; of equal targets, the first. With
   * sigmoids, the sum over the samples of the share of tags whose probability and target are on the same side of 0.5.
   */
  readonly correct: number;
}

/** The weights and optimiser slots of a trainer. A trainer that restores them continues bit for bit. */
export interface TrainerState {
  /** In the order and with the names of the layers model, including running means and variances. */
  readonly weights: readonly NamedTensor[];
  /** The optimiser slots, named `<weight>/<slot>`. */
  readonly optimiser: readonly NamedTensor[];
}

/** A predictor that also updates its weights. The model must end in a softmax, or in sigmoids for several tags of an image. */
export interface Trainer extends Predictor {
  /**
   * One optimiser step.
   *
   * @throws {SproutError} `model-unsupported` for layers with regularisers or constraints, which are not supported;
   *   `shape-mismatch`.
   */
  trainStep(input: StepInput): Promise<StepResult>;
  /** A copy of the state. */
  state(): Promise<TrainerState>;
  /**
   * Replaces the state by a state of this trainer or of another trainer of the same model and engine. Missing optimiser slots
   * become zeros.
   *
   * @throws {SproutError} `weight-missing`, `weight-unknown` or `shape-mismatch`, naming the first tensor that does not fit.
   */
  restore(state: TrainerState): Promise<void>;
}
