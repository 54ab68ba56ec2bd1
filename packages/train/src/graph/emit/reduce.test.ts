import { expect, it } from 'vitest';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { reduceMean, reduceSum } from './reduce.ts';

it('reduced axes are kept with length 1', () => {
  const graph = new GraphBuilder();
  const image = graph.input('image', ['batch', 3, 4, 5]);
  expect(reduceSum(graph, image, [0, 2, 3]).shape).toEqual([1, 3, 1, 1]);
  expect(reduceMean(graph, image, [2, 3]).shape).toEqual(['batch', 3, 1, 1]);
});

it('axes are an input of a sum and an attribute of a mean, as operator set 17 has it', () => {
  const graph = new GraphBuilder();
  const image = graph.input('image', [2, 3]);
  reduceSum(graph, image, [1]);
  reduceMean(graph, image, [1]);
  const { nodes } = graph.finish('test');
  expect(nodes.map(({ inputs, attributes }) => ({ inputs, attributes }))).toEqual([
    { inputs: ['image', 'integers:1'], attributes: { keepdims: { int: 1 } } },
    { inputs: ['image'], attributes: { axes: { ints: [1] }, keepdims: { int: 1 } } },
  ]);
});

it.skipIf(onnxruntime === undefined)('sums and means run over the axes', () => {
  const graph = new GraphBuilder();
  const matrix = graph.constant('matrix', [2, 3], Float32Array.of(1, 2, 3, 4, 5, 9));
  const values = [
    reduceSum(graph, matrix, [0]),
    reduceSum(graph, matrix, [0, 1]),
    reduceMean(graph, matrix, [1]),
  ];
  expect(evaluate(graph, ...values)).toEqual([[5, 7, 12], [24], [2, 6]]);
});
