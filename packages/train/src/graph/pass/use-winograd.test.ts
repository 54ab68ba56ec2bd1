import { describe, expect, it } from 'vitest';
import { convolve } from '../emit/convolve.ts';
import { unary } from '../emit/elementwise.ts';
import { maxPool } from '../emit/pool.ts';
import type { Window } from '../emit/window.ts';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import type { OnnxGraph } from '../ir/onnx-graph.ts';
import { useWinograd } from './use-winograd.ts';

const BLOCK = 16;
const NONE = { top: 0, left: 0, bottom: 0, right: 0 };
const SAME = {
  size: [3, 3],
  strides: [1, 1],
  borders: { top: 1, left: 1, bottom: 1, right: 1 },
} as const;
const HALF: Window = { size: [2, 2], strides: [2, 2], borders: NONE };

interface Example {
  readonly channels?: number;
  readonly filters?: number;
  readonly size?: number;
  readonly window?: Window;
  readonly groups?: number;
  readonly hasConstantFilters?: boolean;
  /** Emits what follows the convolution. */
  readonly after?: (graph: GraphBuilder, convolved: Value) => Value;
}

function example({
  channels = 128,
  filters = 128,
  size = 9,
  window = SAME,
  groups = 1,
  hasConstantFilters = true,
  after = (_, convolved) => convolved,
}: Example): OnnxGraph {
  const graph = new GraphBuilder();
  const image = graph.input('image', ['batch', channels, size, size]);
  const shape = [filters, channels / groups, ...window.size];
  const weights = hasConstantFilters
    ? graph.constant('filters', shape, new Float32Array(0)) // its numbers are not used
    : graph.input('filters', shape);
  const bias = graph.constant('bias', [filters], new Float32Array(filters));
  graph.output('result', after(graph, convolve(graph, [image, weights], { window, groups, bias })));
  return graph.finish('example');
}

const replaced = (given: Example): OnnxGraph | undefined => useWinograd(example(given), BLOCK);

const relu = (graph: GraphBuilder, value: Value): Value => unary(graph, 'Relu', value);

describe('a convolution is computed by Winograd', () => {
  it('where it is deep, with a window of 3 x 3 pixels and constant filters', () => {
    const graph = replaced({})!;
    const plain = example({});
    expect(graph.inputs).toEqual(plain.inputs);
    expect(graph.outputs).toEqual(plain.outputs);
    const [last] = graph.nodes.filter(({ type }) => type === 'winogradOutput');
    expect(last!.attributes).toMatchObject({
      isPooled: { int: 0 },
      lowerLimit: { float: -Infinity },
      upperLimit: { float: Infinity },
    });
  });

  it('where its borders are different ones', () => {
    const borders = { top: 0, left: 2, bottom: 1, right: 1 };
    const [first] = replaced({ window: { ...SAME, borders } })!.nodes.filter(
      ({ type }) => type === 'winogradInput',
    );
    expect(first!.attributes).toMatchObject({
      top: { int: 0 },
      left: { int: 2 },
      rows: { int: 8 },
      columns: { int: 10 },
    });
  });

  const not: Readonly<Record<string, Example>> = {
    'channels are few': { channels: 112 },
    'filters are few': { filters: 112 },
    'channels do not fill channel blocks': { channels: 136 },
    'the image is small': { size: 6 },
    'the window is larger': { window: { ...SAME, size: [5, 3] } },
    'strides are longer': { window: { ...SAME, strides: [2, 1] } },
    'there are groups': { channels: 256, groups: 2 },
    'the filters are not constant': { hasConstantFilters: false },
    'a batch normalisation follows, which onnxruntime folds': {
      after: (graph, value) => graph.node('BatchNormalization', [value], { shape: value.shape }),
    },
  };
  it.each(Object.entries(not))('but not where %s', (_, given) => {
    expect(replaced(given)).toBeUndefined();
  });
});

it('a graph stays as it is where other convolutions have most of the multiplications', () => {
  const after = (count: number) => (graph: GraphBuilder, value: Value) => {
    const shape = [64, 128, 3, 3];
    const filters = graph.constant('others', shape, new Float32Array(0)); // likewise
    for (let index = 0; index < count; index++)
      graph.output(`other${index}`, convolve(graph, [value, filters], { window: SAME }));
    return value;
  };
  expect(replaced({ after: after(2) })).toBeDefined();
  expect(replaced({ after: after(3) })).toBeUndefined();
});

describe('what follows the convolution', () => {
  const typesAndLimits = (given: Example) => {
    const { nodes } = replaced(given)!;
    const [{ attributes }] = nodes.filter(({ type }) => type === 'winogradOutput') as [
      (typeof nodes)[0],
    ];
    const numbers = ['isPooled', 'lowerLimit', 'upperLimit'].map(
      (name) => Object.values(attributes[name]!)[0],
    );
    return [
      nodes
        .slice(nodes.findIndex(({ type }) => type === 'ReorderOutput') + 1)
        .map(({ type }) => type),
      numbers,
    ];
  };

  it('is computed by the kernel: an activation that clips', () => {
    expect(typesAndLimits({ after: relu })).toEqual([['Identity'], [0, 0, Infinity]]);
    const clip = (graph: GraphBuilder, value: Value): Value =>
      graph.node('Clip', [value, graph.scalar(0), graph.scalar(6)], { shape: value.shape });
    expect(typesAndLimits({ after: clip })).toEqual([['Identity'], [0, 0, 6]]);
  });

  it('is computed by the kernel: a pooling of tiles', () => {
    const after = (graph: GraphBuilder, value: Value): Value =>
      maxPool(graph, relu(graph, value), HALF);
    expect(typesAndLimits({ after })).toEqual([['Identity'], [1, 0, Infinity]]);
    const direct = (graph: GraphBuilder, value: Value): Value => maxPool(graph, value, HALF);
    expect(typesAndLimits({ after: direct })[1]).toEqual([1, -Infinity, Infinity]);
  });

  it('stays where it is another activation, or another pooling', () => {
    const elu = (graph: GraphBuilder, value: Value): Value =>
      graph.node('Elu', [value], { shape: value.shape });
    expect(typesAndLimits({ after: elu })[0]).toEqual(['Elu', 'Identity']);
    const overlapping: Window = { ...HALF, size: [3, 3] };
    const after = (graph: GraphBuilder, value: Value): Value => maxPool(graph, value, overlapping);
    expect(typesAndLimits({ after })[0]).toEqual(['MaxPool', 'Identity']);
  });

  it('stays where another node also takes the result before it', () => {
    const after = (graph: GraphBuilder, value: Value): Value => {
      graph.output('before', value);
      return relu(graph, value);
    };
    expect(typesAndLimits({ after })).toEqual([
      ['Identity', 'Relu', 'Identity'],
      [0, -Infinity, Infinity],
    ]);
  });
});
