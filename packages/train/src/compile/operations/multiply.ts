import { multiply } from '../../graph/emit/elementwise.ts';
import { reduceSum } from '../../graph/emit/reduce.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';

/** The product of inputs of one rank. Axes of length 1 are broadcast: squeeze-and-excite scales the channels of an image. */
export function multiplyLayers({ graph, inputs }: OperationContext): Emitted {
  const product = (factors: readonly Value[]): Value =>
    factors.reduce((result, factor) => multiply(graph, result, factor));
  return {
    output: product(inputs),
    backward: (gradient) =>
      inputs.map((input, at) => {
        const others = inputs.filter((_, other) => other !== at);
        return summedTo(graph, product([gradient, ...others]), input.shape);
      }),
  };
}

/** Sums over the axes along which a value of `shape` was broadcast. */
function summedTo(graph: GraphBuilder, value: Value, shape: Value['shape']): Value {
  const axes = shape.flatMap((size, axis) => (size === 1 && value.shape[axis] !== 1 ? axis : []));
  return axes.length === 0 ? value : reduceSum(graph, value, axes);
}
