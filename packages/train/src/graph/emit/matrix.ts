import type { GraphBuilder, Value } from '../ir/graph-builder.ts';

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
