import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import type { Attribute, Dimension } from '../ir/onnx-graph.ts';
import type { Borders } from './rearrange.ts';

/** How a window slides over an image: (height, width) throughout. */
export interface Window {
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  /** Implied zeros (for a maximum: nothing) around the image. */
  readonly borders: Borders;
}

export interface SpreadOptions {
  readonly window: Window;
  readonly groups?: number;
  /** (height, width) of the image that the window slid over. */
  readonly size: readonly [number, number];
}

/** The transpose of `convolve` as a linear map: spreads each number of `[batch, filters, ...]` over its window. */
export function spread(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { window, groups = 1, size }: SpreadOptions,
): Value {
  const [image, kernel] = operands;
  const { top, left, bottom, right } = window.borders;
  const borders = [top + bottom, left + right];
  const missing = size.map((length, axis) => {
    const covered =
      (Number(image.shape[axis + 2]) - 1) * window.strides[axis]! + window.size[axis]!;
    return length - covered + borders[axis]!;
  });
  return graph.node('ConvTranspose', operands, {
    shape: [image.shape[0]!, Number(kernel.shape[1]) * groups, ...size],
    attributes: {
      ...windowAttributes(window),
      group: { int: groups },
      output_padding: { ints: missing },
    },
  });
}

/** The largest number of each window. */
export function maxPool(graph: GraphBuilder, image: Value, window: Window): Value {
  return graph.node('MaxPool', [image], {
    shape: [...image.shape.slice(0, 2), ...slideShape(image, window)],
    attributes: windowAttributes(window),
  });
}

/** The largest number of each window, and where in the whole tensor it stands (64-bit). */
export function maxPoolWithPlaces(
  graph: GraphBuilder,
  image: Value,
  window: Window,
): { readonly pooled: Value; readonly places: Value } {
  const shape = [...image.shape.slice(0, 2), ...slideShape(image, window)];
  const [pooled, places] = graph.nodeWithOutputs(
    'MaxPool',
    [image],
    [{ shape }, { shape, type: 'int64' }],
    { attributes: windowAttributes(window) },
  ) as [Value, Value]; // two results
  return { pooled, places };
}

/** The mean of each window; borders do not count. */
export function averagePool(graph: GraphBuilder, image: Value, window: Window): Value {
  return graph.node('AveragePool', [image], {
    shape: [...image.shape.slice(0, 2), ...slideShape(image, window)],
    attributes: windowAttributes(window),
  });
}

/** (height, width) of what a window makes of an image. */
export function slideShape(image: Value, { size, strides, borders }: Window): [number, number] {
  const height = Number(image.shape[2]) + borders.top + borders.bottom;
  const width = Number(image.shape[3]) + borders.left + borders.right;
  return [
    Math.floor((height - size[0]) / strides[0]) + 1,
    Math.floor((width - size[1]) / strides[1]) + 1,
  ];
}

/** A window as the attributes of ONNX's sliding operators. */
export function windowAttributes({ size, strides, borders }: Window): Record<string, Attribute> {
  const { top, left, bottom, right } = borders;
  return {
    kernel_shape: { ints: size },
    strides: { ints: strides },
    pads: { ints: [top, left, bottom, right] },
  };
}

/** The shape of an image inside graphs: `[batch, channels, height, width]`. */
export function imageShape(value: Value): readonly [Dimension, number, number, number] {
  const [batch, channels, height, width] = value.shape;
  return [batch!, Number(channels), Number(height), Number(width)];
}
