import { takesFeatures } from '../../model/input-shape.ts';
import type { FeatureInput, ModelInput } from '../../model/model-definition.ts';
import { elementCount } from '../../tensor/element-count.ts';
import type { FloatTensor, NativeTensor } from './runtime/tensors.ts';

type ImageSize = Pick<ModelInput, 'height' | 'width' | 'channels'>;

/** The input of a model as a tensor: images of bytes, or features. Copies only from shared memory. */
export function inputTensor(
  images: Uint8Array | Float32Array,
  input: ModelInput | FeatureInput,
): NativeTensor {
  if (!takesFeatures(input)) return byteImages(images as Uint8Array, input); // the guard has checked the type
  const data = unshared(images as Float32Array); // the guard has checked the type
  const count = data.length / elementCount(input.shape);
  return { type: 'float32', dims: [count, ...input.shape], data };
}

/** Images as a tensor of bytes. Copies only from shared memory, which onnxruntime does not accept. */
export function byteImages(
  images: Uint8Array,
  { height, width, channels }: ImageSize,
): NativeTensor {
  const count = images.length / (height * width * channels);
  const data = images.buffer instanceof SharedArrayBuffer ? images.slice() : images;
  return { type: 'uint8', dims: [count, height, width, channels], data };
}

/** Images as a tensor of floats. Copies bytes, and floats in shared memory. */
export function floatImages(
  images: Uint8Array | Float32Array,
  { height, width, channels }: ImageSize,
): FloatTensor {
  const count = images.length / (height * width * channels);
  const data = images instanceof Float32Array ? unshared(images) : Float32Array.from(images);
  return { type: 'float32', dims: [count, height, width, channels], data };
}

/** Copies numbers out of shared memory. Returns other numbers as they are. */
export function unshared(numbers: Float32Array): Float32Array {
  return numbers.buffer instanceof SharedArrayBuffer ? numbers.slice() : numbers;
}
