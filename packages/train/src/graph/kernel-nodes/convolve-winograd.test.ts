import { describe, expect, it } from 'vitest';
import { difference } from '../../../test/difference.ts';
import { evaluate, hasKernels, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { convolve } from '../emit/convolve.ts';
import { unary } from '../emit/elementwise.ts';
import { maxPool } from '../emit/pool.ts';
import type { Window } from '../emit/window.ts';
import { GraphBuilder, type Value } from '../ir/graph-builder.ts';
import { convolveWinograd, type WinogradOptions } from './convolve-winograd.ts';

const TOLERANCE = 5e-6;
const SAME: Window = {
  size: [3, 3],
  strides: [1, 1],
  borders: { top: 1, left: 1, bottom: 1, right: 1 },
};
const TILES: Window = {
  size: [2, 2],
  strides: [2, 2],
  borders: { top: 0, left: 0, bottom: 0, right: 0 },
};

describe("Winograd's convolution", () => {
  it('has the images of a batch as the rows of one plane, for any number of images', () => {
    const graph = new GraphBuilder({ channelBlock: 16, kernels: true });
    const image = graph.input('image', ['batch', 32, 9, 14]);
    const { value: filters } = randomConstant(graph, 'filters', [48, 32, 3, 3]);
    const bias = graph.constant('bias', [48], new Float32Array(48));
    const options = { window: SAME, bias, limits: [0, 6], isPooled: true } as const;
    expect(convolveWinograd(graph, [image, filters], options).shape).toEqual(['batch', 48, 4, 7]);
    const { nodes } = graph.finish('test');
    expect(nodes.map(({ type }) => type)).toEqual([
      'ReorderInput',
      'winogradInput',
      'winogradFilters',
      'Conv',
      'winogradOutput',
      'ReorderOutput',
    ]);
    const shapes = nodes.map(({ outputs }) => outputs.at(-1)!.shape);
    expect(shapes.slice(1, 4)).toEqual([
      [1, 36 * 32, 'batch', 12],
      [36 * 48, 32, 1, 1],
      [1, 36 * 48, 'batch', 12],
    ]);
    expect(nodes[4]!.attributes).toMatchObject({
      batch: { text: 'batch' },
      rows: { int: 9 },
      columns: { int: 14 },
      isPooled: { int: 1 },
      upperLimit: { float: 6 },
    });
  });

  it.skipIf(onnxruntime === undefined || !hasKernels).each([
    ['no activation', false, [-Infinity, Infinity]],
    ['ReLU and a pooling', true, [0, Infinity]],
  ] as const)('agrees with a direct one, with %s', (_, isPooled, limits) => {
    const graph = new GraphBuilder({ channelBlock: ownChannelBlock, kernels: true });
    const channels = 2 * ownChannelBlock;
    const image = randomConstant(graph, 'image', [3, channels, 11, 6]).value;
    const filters = randomConstant(graph, 'filters', [ownChannelBlock, channels, 3, 3]).value;
    const bias = randomConstant(graph, 'bias', [ownChannelBlock]).value;
    const options: WinogradOptions = { window: SAME, bias, limits, isPooled };
    const received = convolveWinograd(graph, [image, filters], options);
    const direct = convolve(graph, [image, filters], { window: SAME, bias });
    const expected = isPooled ? maxPool(graph, unary(graph, 'Relu', direct), TILES) : direct;
    const [own, others] = evaluate(graph, received, expected) as [number[], number[]];
    expect(difference(own, others)).toBeLessThan(TOLERANCE);
  });

  it.skipIf(onnxruntime === undefined || !hasKernels)(
    'passes an image in NCHWc to the next one',
    () => {
      const graph = new GraphBuilder({ channelBlock: ownChannelBlock, kernels: true });
      const size = ownChannelBlock;
      const bias = graph.constant('bias', [size], new Float32Array(size));
      const filters = randomConstant(graph, 'filters', [size, size, 3, 3]).value;
      const options: WinogradOptions = { window: SAME, bias, limits: [0, 6], isPooled: false };
      let value: Value = graph.input('image', [1, size, 7, 7]);
      for (let count = 0; count < 3; count++)
        value = convolveWinograd(graph, [value, filters], options);
      const types = graph.finish('test').nodes.map(({ type }) => type);
      expect(types.filter((type) => type === 'ReorderInput')).toHaveLength(1);
    },
  );
});
