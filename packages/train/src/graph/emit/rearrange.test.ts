import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import { concatenate, cut, expand, pad, reshape, reverse, split, transpose } from './rearrange.ts';

const NO_BORDERS = { top: 0, left: 0, bottom: 0, right: 0 };

describe('an operator that changes nothing is not emitted:', () => {
  const cases: Readonly<Record<string, (graph: GraphBuilder, image: Value) => Value>> = {
    'no borders': (graph, image) => pad(graph, image, NO_BORDERS),
    'a cut of the whole image': (graph, image) =>
      cut(graph, image, { start: [0, 0], count: [2, 3], stride: [1, 1] }),
    'the reverse of axes of one element': (graph, image) => reverse(graph, image, [0, 1]),
  };
  it.each(Object.entries(cases))('%s', (_, emit) => {
    const graph = new GraphBuilder();
    const image = graph.input('image', [1, 1, 2, 3]);
    expect(emit(graph, image)).toBe(image);
    expect(graph.finish('test').nodes).toEqual([]);
  });
});

describe('a rearranged value', () => {
  it('has a symbolic batch where its shape says so', () => {
    const graph = new GraphBuilder();
    const result = reshape(graph, graph.input('value', ['batch', 2, 3]), ['batch', 6]);
    expect(result.shape).toEqual(['batch', 6]);
    expect(graph.finish('test').constants[0]!.data).toEqual(BigInt64Array.of(-1n, 6n));
  });

  it('keeps its type', () => {
    const graph = new GraphBuilder();
    const argmax = graph.input('argmax', [2, 3], 'int64');
    expect(reshape(graph, argmax, [6])).toMatchObject({ type: 'int64', shape: [6] });
    expect(transpose(graph, argmax, [1, 0])).toMatchObject({ type: 'int64', shape: [3, 2] });
  });

  it('has the shape that its operator makes', () => {
    const graph = new GraphBuilder();
    const image = graph.input('image', [2, 5, 4, 6]);
    expect(transpose(graph, image, [0, 2, 3, 1]).shape).toEqual([2, 4, 6, 5]);
    expect(pad(graph, image, { top: 1, left: 2, bottom: 0, right: -3 }).shape).toEqual([
      2, 5, 5, 5,
    ]);
    expect(cut(graph, image, { start: [1, 0], count: [2, 3], stride: [1, 2] }).shape).toEqual([
      2, 5, 2, 3,
    ]);
    expect(concatenate(graph, [image, graph.input('more', [2, 1, 4, 6])], 1).shape).toEqual([
      2, 6, 4, 6,
    ]);
    const parts = split(graph, image, { axis: 1, lengths: [2, 3] });
    expect(parts.map(({ shape }) => shape)).toEqual([
      [2, 2, 4, 6],
      [2, 3, 4, 6],
    ]);
    expect(expand(graph, graph.input('one', [1, 6]), [4, 6]).shape).toEqual([4, 6]);
    expect(reverse(graph, image, [1]).shape).toEqual([2, 5, 4, 6]);
  });
});

describe.skipIf(onnxruntime === undefined)('the numbers of a value', () => {
  it('are rearranged as the operator says', () => {
    const graph = new GraphBuilder();
    const image = graph.constant('image', [1, 1, 2, 3], Float32Array.of(1, 2, 3, 4, 5, 6));
    const values = [
      transpose(graph, image, [0, 1, 3, 2]),
      pad(graph, image, { top: 1, left: 0, bottom: 0, right: -1 }),
      cut(graph, image, { start: [1, 0], count: [1, 2], stride: [1, 2] }),
      concatenate(graph, [image, image], 2),
      reverse(graph, image, [2]),
      reverse(graph, image, [1, 2, 3]),
      expand(graph, graph.scalar(7), [2, 2]),
    ];
    expect(evaluate(graph, ...values)).toEqual([
      [1, 4, 2, 5, 3, 6],
      [0, 0, 1, 2, 4, 5],
      [4, 6],
      [1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6],
      [4, 5, 6, 1, 2, 3],
      [6, 5, 4, 3, 2, 1],
      [7, 7, 7, 7],
    ]);
  });
});
