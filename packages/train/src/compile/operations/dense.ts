import { SproutError } from '@sprout/core';
import { add } from '../../graph/emit/elementwise.ts';
import { matrixProduct } from '../../graph/emit/matrix.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import type { Emitted, OperationContext } from '../operation.ts';

/** `inputs x kernel + bias` on vectors, with a kernel `[out, in]`. */
export function dense(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const features = context.inputs[0]!; // one input
  const kernel = context.requiredWeight('kernel');
  const bias = context.weight('bias');
  if (features.shape.length !== 2) {
    const reason = 'a dense layer takes vectors here; put a flatten or a global pooling before it';
    throw new SproutError('model-unsupported', { what: `Layer ${layer.name}`, reason });
  }
  const product = matrixProduct(graph, [features, kernel], { transposeRight: true });
  const output = bias === undefined ? product : add(graph, product, bias);
  return {
    output,
    backward: (gradient) => {
      context.learn('kernel', () =>
        matrixProduct(graph, [gradient, features], { transposeLeft: true }),
      );
      if (bias !== undefined) {
        context.learn('bias', () => reshape(graph, reduceSum(graph, gradient, [0]), bias.shape));
      }
      if (!context.inputLearns) return [];
      return [matrixProduct(graph, [gradient, kernel])];
    },
  };
}
