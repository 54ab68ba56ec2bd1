import { normalise } from '@sprout/core';
import {
  add,
  mul,
  reverse,
  type Tensor,
  tensor,
  type Tensor4D,
  tensor1d,
  tensor4d,
} from '@tensorflow/tfjs-core';
import { inputShape, takesFeatures } from '../../model/input-shape.ts';
import { inChannelOrder } from '../../model/channel-order.ts';
import type { FeatureInput, ModelInput } from '../../model/model-definition.ts';

/** The input of a model: normalised images, `[count, height, width, channels]`, or features. */
export function inputTensor(
  input: ModelInput | FeatureInput,
  images: Uint8Array | Float32Array,
  count: number,
): Tensor {
  const values = new Float32Array(images.length); // fresh: the cpu backend keeps the array
  if (takesFeatures(input)) values.set(images);
  else normalise(inChannelOrder(images as Uint8Array, input), values, input.normalisation); // the guard has checked the type
  return tensor(values, [count, ...inputShape(input)]);
}

/** Images that are not normalised, 0 to 255: `[count, height, width, channels]`. */
export function rawImageTensor(
  { height, width, channels }: ModelInput,
  images: Uint8Array | Float32Array,
  count: number,
): Tensor4D {
  return tensor4d(Float32Array.from(images), [count, height, width, channels]);
}

/** Normalises images by operations of tfjs, so that it can differentiate: `(images - mean) / deviation` for each channel. */
export function normaliseTensor(
  images: Tensor,
  { channelOrder, normalisation: { mean, deviation } }: ModelInput,
): Tensor {
  const ordered = channelOrder === 'bgr' ? reverse(images, -1) : images;
  const scale = deviation.map((value) => 1 / value);
  const shift = mean.map((value, channel) => -value * scale[channel]!);
  return add(mul(ordered, tensor1d(scale)), tensor1d(shift));
}
