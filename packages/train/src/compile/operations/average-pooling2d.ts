import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { divide } from '../../graph/emit/elementwise.ts';
import { convolveTransposed } from '../../graph/emit/convolve-transposed.ts';
import { averagePool } from '../../graph/emit/pool.ts';
import { imageShape, imageSize, type Window } from '../../graph/emit/window.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { poolingWindow } from './max-pooling2d.ts';

/** The mean of each window. Pixels outside the image are left out of the mean. */
export function averagePooling2d({ graph, layer, inputs }: OperationContext): Emitted {
  const image = inputs[0]!; // one input
  const window = poolingWindow(layer, image);
  const output = averagePool(graph, image, window);
  const [, channels] = imageShape(image);
  return {
    output,
    backward: (gradient) => {
      const shares = divide(graph, gradient, pixelCounts(graph, output, { window, image }));
      const ones = graph.constant(
        `${layer.name}:ones`,
        [channels, 1, ...window.size],
        new Float32Array(channels * window.size[0] * window.size[1]).fill(1),
      );
      const options = { window, groups: channels, size: imageSize(image) };
      return [convolveTransposed(graph, [shares, ones], options)];
    },
  };
}

/** The number of pixels of the image in each window, `[1, 1, height, width]`. */
function pixelCounts(
  graph: GraphBuilder,
  output: Value,
  { window, image }: { readonly window: Window; readonly image: Value },
): Value {
  const [height, width] = imageSize(output);
  const { top, left } = window.borders;
  const inside = (axis: 0 | 1, border: number, step: number): number => {
    const start = step * window.strides[axis] - border;
    return Math.min(start + window.size[axis], imageSize(image)[axis]) - Math.max(start, 0);
  };
  const counts = Float32Array.from(
    { length: height * width },
    (_, at) => inside(0, top, Math.floor(at / width)) * inside(1, left, at % width),
  );
  return graph.constant(`${output.name}:counts`, [1, 1, height, width], counts);
}
