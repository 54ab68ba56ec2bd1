import type { Output } from './apply-layer.ts';
import type { Border } from './layers.ts';

/**
 * The border that Keras' networks put around an image before a convolution of stride 2 without padding (`correct_pad`): half
 * a window, but one pixel less above and left of an even length. It is that of TensorFlow's padding `same`.
 */
export function strideBorder({ shape }: Output, size: number): Border {
  const half = Math.floor(size / 2);
  const along = (length: number): readonly [number, number] => [half - 1 + (length % 2), half];
  return [along(shape[0]!), along(shape[1]!)]; // an image has three axes
}
