import { expect, it } from 'vitest';
import { GraphBuilder } from '../ir/graph-builder.ts';
import { filled } from './filled.ts';

it('a filled constant holds one number, and is stored once for each number and shape', () => {
  const graph = new GraphBuilder();
  expect(filled(graph, [2, 3], 0.5)).toEqual(filled(graph, [2, 3], 0.5));
  filled(graph, [3, 2], 0.5);
  filled(graph, [2, 3], 0);
  const { constants } = graph.finish('test');
  expect(constants.map(({ shape }) => shape)).toEqual([
    [2, 3],
    [3, 2],
    [2, 3],
  ]);
  expect(constants[0]!.data).toEqual(new Float32Array(6).fill(0.5));
  expect(constants[2]!.data).toEqual(new Float32Array(6));
});
