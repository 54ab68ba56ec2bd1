import { elementCount } from '../../tensor/element-count.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { reshape } from './rearrange.ts';

export interface MatrixProductOptions {
  readonly transposeLeft?: boolean;
  readonly transposeRight?: boolean;
}

/** The product of two matrices `[rows, columns]`, or of each pair of matrices of two batches `[batch, rows, columns]`. */
export function matrixProduct(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  { transposeLeft = false, transposeRight = false }: MatrixProductOptions = {},
): Value {
  const [left, right] = operands;
  const rows = left.shape.at(transposeLeft ? -1 : -2)!; // matrices have at least two axes
  const columns = right.shape.at(transposeRight ? -2 : -1)!;
  const shape = [...left.shape.slice(0, -2), rows, columns];
  if (!transposeLeft && !transposeRight) return graph.node('MatMul', operands, { shape });
  return graph.node('FusedMatMul', operands, {
    shape,
    domain: 'com.microsoft',
    attributes: {
      transA: { int: Number(transposeLeft) },
      transB: { int: Number(transposeRight) },
    },
  });
}

/**
 * Filters as a matrix, values of fewer axes as they are. onnxruntime needs fifty times as long for an operation with a scalar if
 * the last axes of the other operand have length 1, as those of 1 x 1 filters do.
 */
export function asMatrix(graph: GraphBuilder, value: Value): Value {
  if (value.shape.length <= 2) return value;
  const [first, ...rest] = value.shape.map(Number) as [number, ...number[]]; // has three axes or more
  return reshape(graph, value, [first, elementCount(rest)]);
}
