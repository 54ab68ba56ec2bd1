import type { Json, Normalisation } from '@sprout/core';
import type { NamedTensor } from '../tensor/named-tensor.ts';

/** What a model expects of its images: RGB at this size, normalised channel by channel. */
export interface ModelInput {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly normalisation: Normalisation;
}

/** A model as plain data: crosses threads, is saved in runs, opens on any engine. */
export interface ModelDefinition {
  /** `{ class_name, config }` of a tfjs layers model (`Sequential` or `Model`) that ends in a softmax over the classes. */
  readonly topology: Json;
  /** All weights in the model's own order and names (`layer/kernel`, ...), as `model.weights` lists them. */
  readonly weights: readonly NamedTensor[];
  readonly input: ModelInput;
}
