import type { Value } from '../ir/graph-builder.ts';
import type { Attribute, Dimension } from '../ir/onnx-graph.ts';
import type { Borders } from './rearrange.ts';

/** How the window of a convolution or a pooling slides over an image. Pairs are (height, width). */
export interface Window {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  /** Pixels around the image: zeros for a convolution, left out by a pooling. */
  readonly borders: Borders;
}

/** A value of which only the shape is used. */
export type Shaped = Pick<Value, 'shape'>;

/** (height, width) of the result of sliding a window over an image. */
export function slideShape(image: Shaped, { size, strides, borders }: Window): [number, number] {
  const height = Number(image.shape[2]) + borders.top + borders.bottom;
  const width = Number(image.shape[3]) + borders.left + borders.right;
  return [
    Math.floor((height - size[0]) / strides[0]) + 1,
    Math.floor((width - size[1]) / strides[1]) + 1,
  ];
}

/** The window that slides over the result of a convolution with strides of one pixel, for the gradient of its image. */
export function complementOf({ size, strides, borders }: Window): Window {
  const [height, width] = size;
  const { top, left, bottom, right } = borders;
  const complement = {
    top: height - 1 - top,
    left: width - 1 - left,
    bottom: height - 1 - bottom,
    right: width - 1 - right,
  };
  return { size, strides, borders: complement };
}

/** A window as attributes of ONNX operators such as `Conv` and `MaxPool`. */
export function windowAttributes({ size, strides, borders }: Window): Record<string, Attribute> {
  const { top, left, bottom, right } = borders;
  return {
    kernel_shape: { ints: size },
    strides: { ints: strides },
    pads: { ints: [top, left, bottom, right] },
  };
}

/** The shape of an image inside graphs, in NCHW: `[batch, channels, height, width]`. */
export function imageShape(value: Shaped): readonly [Dimension, number, number, number] {
  const [batch, channels, height, width] = value.shape;
  return [batch!, Number(channels), Number(height), Number(width)]; // an image has four axes
}

/** (height, width) of an image. */
export function imageSize(image: Value): readonly [number, number] {
  const [, , height, width] = imageShape(image);
  return [height, width];
}
