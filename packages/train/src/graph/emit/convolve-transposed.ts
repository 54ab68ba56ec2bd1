import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { type Window, windowAttributes } from './window.ts';

export interface ConvolveTransposedOptions {
  readonly window: Window;
  readonly groups?: number;
  /** (height, width) of the result. */
  readonly size: readonly [number, number];
}

/**
 * A transposed convolution: multiplies each number of `[batch, filters, height, width]` by the taps of its filter and adds
 * the products to the pixels of its window. As a linear map, it is the transpose of `convolve`.
 */
export function convolveTransposed(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { window, groups = 1, size }: ConvolveTransposedOptions,
): Value {
  const [image, filters] = operands;
  const { top, left, bottom, right } = window.borders;
  const borders = [top + bottom, left + right];
  const uncovered = size.map((length, axis) => {
    const steps = Number(image.shape[axis + 2]) - 1;
    const covered = steps * window.strides[axis]! + window.size[axis]!;
    return length - covered + borders[axis]!;
  });
  return graph.node('ConvTranspose', operands, {
    shape: [image.shape[0]!, Number(filters.shape[1]) * groups, ...size],
    attributes: {
      ...windowAttributes(window),
      group: { int: groups },
      output_padding: { ints: uncovered },
    },
  });
}
