import { describe, expect, test } from 'vitest';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { createRunner } from '../../engine/onnx/runtime/onnx-runner.ts';
import { tensor } from '../../engine/onnx/runtime/tensors.ts';
import { matrixProduct } from '../emit/matrix.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import type { OnnxGraph } from '../ir/onnx-graph.ts';
import { encodeOnnx } from '../write/onnx-writer.ts';
import { standardOperators } from './standard-operators.ts';

/** The product of a given matrix, or batch of matrices, with a constant `[3, 2]`. */
function product(shape: readonly number[], transposeLeft: boolean): OnnxGraph {
  const graph = new GraphBuilder();
  const left = graph.input('left', shape);
  const right = graph.constant('right', [3, 2], Float32Array.of(1, 2, 3, 4, 5, 6));
  const operands = [left, right] as const;
  graph.output('result', matrixProduct(graph, operands, { transposeLeft, transposeRight: true }));
  return graph.finish('product');
}

const typesOf = ({ nodes }: OnnxGraph) => nodes.map(({ type, domain }) => domain + type);

describe('standardOperators', () => {
  test('replaces a product of matrices by one node', () => {
    expect(typesOf(product([4, 2], false))).toContain('com.microsoftFusedMatMul');
    expect(typesOf(standardOperators(product([4, 2], false)))).toEqual(['Gemm', 'Identity']);
  });

  test('transposes where a batch of matrices is multiplied', () => {
    expect(typesOf(standardOperators(product([1, 4, 2], false)))).toEqual([
      'Transpose',
      'MatMul',
      'Identity',
    ]);
  });

  test.skipIf(onnxruntime === undefined).each([
    [[4, 2], false],
    [[2, 4], true],
    [[1, 4, 2], false],
    [[1, 2, 4], true],
  ])('the product of %j, transposed: %s, stays the same', (shape, transposeLeft) => {
    const left = tensor(Float32Array.of(1, -2, 3, 5, -7, 11, 13, -17), shape);
    const graph = product(shape, transposeLeft);
    const [before, after] = [graph, standardOperators(graph)].map((one) => {
      const options = { outputs: ['result'], threads: 1 };
      return createRunner(onnxruntime!, encodeOnnx(one), options)({ left })['result']!.data;
    });
    expect(after).toEqual(before);
    expect(after).toHaveLength(12);
  });
});
