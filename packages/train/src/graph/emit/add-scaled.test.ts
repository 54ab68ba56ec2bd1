import { expect, it } from 'vitest';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { addScaled } from './add-scaled.ts';

it('a scaled sum is one operator over the image', () => {
  const graph = new GraphBuilder();
  const image = graph.input('image', [2, 3, 4, 5]);
  const options = {
    onto: graph.input('onto', [2, 3, 4, 5]),
    slope: graph.input('slope', [1, 3, 1, 1]),
    offset: graph.input('offset', [3]),
  };
  expect(addScaled(graph, image, options).shape).toEqual([2, 3, 4, 5]);
  expect(graph.finish('test').nodes.map(({ type }) => type)).toEqual(['Reshape', 'FusedConv']);
});

it.skipIf(onnxruntime === undefined)('a scaled sum scales and shifts by channel', () => {
  const graph = new GraphBuilder();
  const image = graph.constant('image', [1, 2, 1, 2], Float32Array.of(1, 2, 3, 4));
  const onto = graph.constant('onto', [1, 2, 1, 2], Float32Array.of(100, 200, 300, 400));
  const slope = graph.constant('slope', [2], Float32Array.of(2, -1));
  const offset = graph.constant('offset', [2, 1, 1], Float32Array.of(0.5, 10));
  expect(evaluate(graph, addScaled(graph, image, { onto, slope, offset }))).toEqual([
    [102.5, 204.5, 307, 406],
  ]);
});
