import { takesFeatures } from '../../model/input-shape.ts';
import type { FeatureInput, ModelInput } from '../../model/model-definition.ts';
import { elementCount } from '../../tensor/element-count.ts';
import type { FloatTensor, NativeTensor } from './runtime/tensors.ts';

type ImageSize = Pick<ModelInput, 'height' | 'width' | 'channels'>;

/** The input of a model as a tensor: images of bytes, or features, which it refers to. */
export function inputTensor(
  images: Uint8Array | Float32Array,
  input: ModelInput | FeatureInput,
): NativeTensor {
  if (!takesFeatures(input)) return byteImages(images as Uint8Array, input); // the guard has checked the type
  const data = images as Float32Array; // likewise
  const count = data.length / elementCount(input.shape);
  return { type: 'float32', dims: [count, ...input.shape], data };
}

/** Images as a tensor of bytes, which it refers to. */
export function byteImages(
  images: Uint8Array,
  { height, width, channels }: ImageSize,
): NativeTensor {
  const count = images.length / (height * width * channels);
  return { type: 'uint8', dims: [count, height, width, channels], data: images };
}

/** Images as a tensor of floats. Converts bytes, and refers to floats. */
export function floatImages(
  images: Uint8Array | Float32Array,
  { height, width, channels }: ImageSize,
): FloatTensor {
  const count = images.length / (height * width * channels);
  const data = images instanceof Float32Array ? images : Float32Array.from(images);
  return { type: 'float32', dims: [count, height, width, channels], data };
}
