import { multiply, toFloat } from '../../graph/emit/elementwise.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { imageShape } from '../../graph/emit/window.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/** The largest number of each channel, `[batch, channels]`; the gradient goes to every pixel that equals it, as in tfjs. */
export function globalMaxPooling2d({ graph, inputs }: OperationContext): Emitted {
  const image = inputs[0]!; // one input
  const [batch, channels] = imageShape(image);
  const largest = graph.node('ReduceMax', [image], {
    shape: [batch, channels, 1, 1],
    attributes: { axes: { ints: [2, 3] }, keepdims: { int: 1 } },
  });
  return {
    output: reshape(graph, largest, [batch, channels]),
    backward: (gradient) => {
      const isLargest = graph.node('Equal', [image, largest], { shape: image.shape, type: 'bool' });
      const perChannel = reshape(graph, gradient, [batch, channels, 1, 1]);
      return [multiply(graph, toFloat(graph, isLargest), perChannel)];
    },
  };
}
