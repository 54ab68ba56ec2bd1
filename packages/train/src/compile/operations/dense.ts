import { add } from '../../graph/emit/elementwise.ts';
import { matrixProduct } from '../../graph/emit/matrix.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/** `inputs x weights + bias` on vectors, with weights `[out, in]`. */
export function dense(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const features = context.inputs[0]!; // one input
  const weights = context.requiredWeight('kernel');
  const bias = context.weight('bias');
  if (features.shape.length !== 2) {
    const reason = 'a dense layer takes vectors here; put a flatten or a global pooling before it';
    throw unsupportedLayer(layer.name, reason);
  }
  const product = matrixProduct(graph, [features, weights], { transposeRight: true });
  const output = bias === undefined ? product : add(graph, product, bias);
  return {
    output,
    backward: (gradient) => {
      context.weightGradient('kernel', () =>
        matrixProduct(graph, [gradient, features], { transposeLeft: true }),
      );
      if (bias !== undefined) {
        context.weightGradient('bias', () =>
          reshape(graph, reduceSum(graph, gradient, [0]), bias.shape),
        );
      }
      if (!context.needsInputGradient) return [];
      return [matrixProduct(graph, [gradient, weights])];
    },
  };
}
