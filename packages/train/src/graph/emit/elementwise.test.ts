import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import type { Dimension } from '../ir/onnx-graph.ts';
import { add, binary, divide, multiply, subtract, toFloat, unary } from './elementwise.ts';

describe('the shape of an elementwise operator', () => {
  it.each<readonly [Dimension[], Dimension[], Dimension[]]>([
    [
      [2, 3],
      [2, 3],
      [2, 3],
    ],
    [[2, 3], [], [2, 3]],
    [[2, 3], [3], [2, 3]],
    [[3], [2, 3], [2, 3]],
    [
      [2, 1, 4],
      [3, 1],
      [2, 3, 4],
    ],
    [
      ['batch', 3],
      [1, 3],
      ['batch', 3],
    ],
    [
      [1, 3],
      ['batch', 1],
      ['batch', 3],
    ],
  ])('of %j and %j is %j', (left, right, result) => {
    const graph = new GraphBuilder();
    const operands = [graph.input('left', left), graph.input('right', right)] as const;
    expect(binary(graph, 'Add', operands).shape).toEqual(result);
  });
});

describe('an elementwise operator', () => {
  it('takes a number as a scalar on either side', () => {
    const graph = new GraphBuilder();
    const value = graph.input('value', [2]);
    binary(graph, 'Div', [1, value]);
    subtract(graph, value, 1);
    const { nodes, constants } = graph.finish('test');
    expect(constants).toEqual([{ name: 'scalar:1', shape: [], data: Float32Array.of(1) }]);
    expect(nodes.map(({ type, inputs }) => [type, ...inputs])).toEqual([
      ['Div', 'scalar:1', 'value'],
      ['Sub', 'value', 'scalar:1'],
    ]);
  });

  it('of one operand keeps its shape', () => {
    const graph = new GraphBuilder();
    const result = unary(graph, 'Tanh', graph.input('value', ['batch', 4]));
    expect(result).toMatchObject({ type: 'float32', shape: ['batch', 4] });
  });

  it('makes floats of other types by a cast', () => {
    const graph = new GraphBuilder();
    const bytes = graph.input('bytes', [2], 'uint8');
    expect(toFloat(graph, bytes)).toMatchObject({ type: 'float32', shape: [2] });
    expect(graph.finish('test').nodes[0]).toMatchObject({
      type: 'Cast',
      attributes: { to: { int: 1 } },
    });
  });

  it.skipIf(onnxruntime === undefined)('computes its operator', () => {
    const graph = new GraphBuilder();
    const column = graph.constant('column', [2, 1], Float32Array.of(4, -2));
    const row = graph.constant('row', [2], Float32Array.of(1, 4));
    const values: Value[] = [
      add(graph, column, row),
      subtract(graph, column, row),
      multiply(graph, column, row),
      divide(graph, column, row),
    ];
    expect(evaluate(graph, ...values)).toEqual([
      [5, 8, -1, 2],
      [3, 0, -3, -6],
      [4, 16, -2, -8],
      [4, 1, -2, -0.5],
    ]);
  });
});
