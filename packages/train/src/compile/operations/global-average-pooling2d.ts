import { multiply } from '../../graph/emit/elementwise.ts';
import { expand, reshape } from '../../graph/emit/rearrange.ts';
import { reduceMean } from '../../graph/emit/reduce.ts';
import { imageShape } from '../../graph/emit/window.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/** The mean of each channel, `[batch, channels]`. */
export function globalAveragePooling2d({ graph, inputs }: OperationContext): Emitted {
  const image = inputs[0]!; // one input
  const [batch, channels, height, width] = imageShape(image);
  const mean = reduceMean(graph, image, [2, 3]);
  return {
    output: reshape(graph, mean, [batch, channels]),
    backward: (gradient) => {
      const share = multiply(graph, gradient, 1 / (height * width));
      const shape = [Number(batch), channels, height, width];
      return [expand(graph, reshape(graph, share, [batch, channels, 1, 1]), shape)];
    },
  };
}
