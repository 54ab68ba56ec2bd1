import type { Json, Normalisation } from '@sprout/core';
import type { NamedTensor } from '../tensor/named-tensor.ts';

/**
 * The images that a model expects: their size, the order of their channels, and how bytes become numbers. These fields can
 * express the input functions of released weights: Keras' mode `caffe` is BGR minus a mean, `tf` is `x / 127.5 - 1`, `torch`
 * has a mean and a deviation for each channel.
 */
export interface ModelInput {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Images come as RGB; `bgr` exchanges red and blue before anything else. RGB if absent. */
  readonly channelOrder?: 'rgb' | 'bgr' | undefined;
  /** `(byte - mean) / deviation`, in the model's order of channels. */
  readonly normalisation: Normalisation;
}

/** Features instead of images: the output of a layer of a base, taken as it is. */
export interface FeatureInput {
  readonly kind: 'features';
  /** The shape for one image: `[channels]` or `[height, width, channels]`. */
  readonly shape: readonly number[];
}

/** A model as plain data, which can be sent to another thread, saved, and opened on any engine. */
export interface ModelDefinition {
  /** `{ class_name, config }` of a TensorFlow.js layers model (`Sequential` or `Model`) with one input and one output. */
  readonly topology: Json;
  /** All weights in the model's own order and names (`layer/kernel`, ...), as `model.weights` lists them. */
  readonly weights: readonly NamedTensor[];
  readonly input: ModelInput;
}

/** A head as a model of its own, from features to probabilities. */
export interface HeadDefinition extends Omit<ModelDefinition, 'input'> {
  readonly input: FeatureInput;
}
