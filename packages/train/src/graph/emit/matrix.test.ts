import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { asMatrix, matrixProduct } from './matrix.ts';

describe('a matrix product', () => {
  it.each([
    { left: [2, 3], right: [3, 4], options: {}, shape: [2, 4], type: 'MatMul' },
    {
      left: [3, 2],
      right: [3, 4],
      options: { transposeLeft: true },
      shape: [2, 4],
      type: 'FusedMatMul',
    },
    {
      left: [5, 2, 3],
      right: [5, 4, 3],
      options: { transposeRight: true },
      shape: [5, 2, 4],
      type: 'FusedMatMul',
    },
  ])('of $left and $right with $options is a $type of shape $shape', (expected) => {
    const graph = new GraphBuilder();
    const operands = [graph.input('left', expected.left), graph.input('right', expected.right)];
    const product = matrixProduct(graph, [operands[0]!, operands[1]!], expected.options);
    expect(product.shape).toEqual(expected.shape);
    expect(graph.finish('test').nodes[0]!.type).toBe(expected.type);
  });

  it.skipIf(onnxruntime === undefined)('transposes its operands without a copy of them', () => {
    const graph = new GraphBuilder();
    const left = graph.constant('left', [2, 2], Float32Array.of(1, 2, 3, 4));
    const right = graph.constant('right', [2, 2], Float32Array.of(5, 6, 7, 8));
    const values = [
      matrixProduct(graph, [left, right]),
      matrixProduct(graph, [left, right], { transposeLeft: true }),
      matrixProduct(graph, [left, right], { transposeRight: true }),
      matrixProduct(graph, [left, right], { transposeLeft: true, transposeRight: true }),
    ];
    expect(evaluate(graph, ...values)).toEqual([
      [19, 22, 43, 50],
      [26, 30, 38, 44],
      [17, 23, 39, 53],
      [23, 31, 34, 46],
    ]);
  });
});

it.each([
  [
    [8, 4, 3, 1],
    [8, 12],
  ],
  [
    [8, 4],
    [8, 4],
  ],
  [[8], [8]],
  [[], []],
])('a value of shape %j as a matrix: %j', (shape, expected) => {
  const graph = new GraphBuilder();
  expect(asMatrix(graph, graph.input('value', shape)).shape).toEqual(expected);
});
