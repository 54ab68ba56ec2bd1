import { describe, expect, test } from 'vitest';
import { difference } from '../../../test/difference.ts';
import { chained, type ChainedLayer } from '../../../test/emitted.ts';
import { evaluate, hasKernels, ownChannelBlock, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { fuseConvolutions } from '../emit/fuse-convolutions.ts';
import { fusedByKernels } from './fused-by-kernels.ts';
import { fusedByOperators } from './fused-by-operators.ts';

const relu: ChainedLayer = { name: 'relu', kind: 'Activation', config: { activation: 'relu' } };
const relu6: ChainedLayer = { name: 'relu6', kind: 'Activation', config: { activation: 'relu6' } };
const tanh: ChainedLayer = { name: 'tanh', kind: 'Activation', config: { activation: 'tanh' } };
const pool: ChainedLayer = { name: 'pool', kind: 'MaxPooling2D', config: { pool_size: 2 } };

interface Options {
  readonly graph: GraphBuilder;
  readonly channels: number;
  /** 3 by default. */
  readonly imageChannels?: number;
  /** A convolution by default. */
  readonly kind?: 'Conv2D' | 'DepthwiseConv2D';
  readonly strides?: number;
  /** The layers after the normalisation. */
  readonly end?: readonly ChainedLayer[];
  /** The weights besides the filters, the running mean and the running variance. */
  readonly vectors?: readonly string[];
  /** The layers whose outputs need a gradient. */
  readonly reached?: readonly string[];
}

/** The context of a fused convolution of two images of 6 x 5 pixels, with the same random numbers each time. */
function context(options: Options) {
  const { graph, channels, imageChannels = 3, end = [], vectors = [], reached } = options;
  const { kind = 'Conv2D', strides = 1 } = options;
  const image = randomConstant(graph, 'image', [2, imageChannels, 6, 5]).value;
  const filters =
    kind === 'Conv2D'
      ? { 'conv/kernel': [3, 3, imageChannels, channels] }
      : { 'conv/depthwise_kernel': [3, 3, channels, 1] };
  const layers = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'conv', kind, config: { kernel_size: 3, strides, padding: 'same' } },
    { name: 'norm', kind: 'BatchNormalization', config: { epsilon: 0.5, momentum: 0.75 } },
    ...end,
  ]);
  const names = [...vectors, 'norm/moving_mean', 'norm/moving_variance'];
  const { contextOf, reports } = trainingContexts(graph, {
    images: image,
    shapes: {
      ...filters,
      ...Object.fromEntries(names.map((name) => [name, [channels]])),
    },
    valueOf: (name, shape) => randomConstant(graph, name, shape).value,
    ...(reached && { reached }),
  });
  return { context: contextOf(fuseConvolutions(layers)[1]!, [image]), reports };
}

/** All results of a fused convolution, by name. */
function results(
  fused: typeof fusedByKernels,
  options: Omit<Options, 'graph' | 'channels'>,
): Record<string, readonly number[]> {
  const graph = new GraphBuilder({ channelBlock: ownChannelBlock, kernels: true });
  const given = context({ ...options, graph, channels: 2 * ownChannelBlock });
  const { output, backward } = fused(given.context)!; // kernels support these layers
  const gradient = randomConstant(graph, 'gradient', output.shape.map(Number)).value;
  const [image] = backward(gradient);
  const { assigned, gradients } = given.reports;
  const named = { output, image: image!, ...Object.fromEntries([...assigned, ...gradients]) };
  const numbers = evaluate(graph, ...Object.values(named));
  return Object.fromEntries(Object.keys(named).map((name, index) => [name, numbers[index]!]));
}

describe.skipIf(onnxruntime === undefined || !hasKernels)('fusedByKernels', () => {
  test.each<[string, ChainedLayer[], string[]]>([
    ['activation and pooling', [relu, pool], ['norm/gamma', 'norm/beta']],
    ['pooling', [pool], ['norm/gamma', 'norm/beta']],
    ['activation', [relu], ['norm/gamma', 'norm/beta']],
    ['an activation with two limits', [relu6], ['norm/gamma', 'norm/beta']],
    ['a bias', [relu, pool], ['conv/bias', 'norm/gamma', 'norm/beta']],
    ['neither scale nor centre', [pool], []],
  ])('computes what the operators compute, with %s', (_, end, vectors) => {
    const expected = results(fusedByOperators, { end, vectors });
    const received = results(fusedByKernels, { end, vectors });
    const reported = ['conv/kernel', 'norm/moving_mean', 'norm/moving_variance', ...vectors];
    expect(Object.keys(received).toSorted()).toEqual(['image', 'output', ...reported].toSorted());
    for (const [name, numbers] of Object.entries(expected))
      expect(difference(received[name]!, numbers), name).toBeLessThan(1e-4);
  });
});

describe.skipIf(onnxruntime === undefined || !hasKernels)('a depthwise convolution', () => {
  test.each([1, 2])('is fused too, with strides of %i', (strides) => {
    const vectors = ['norm/gamma', 'norm/beta'];
    const own = { kind: 'DepthwiseConv2D', imageChannels: 2 * ownChannelBlock, strides } as const;
    const expected = results(fusedByOperators, { ...own, end: [relu6], vectors });
    const received = results(fusedByKernels, { ...own, end: [relu6], vectors });
    expect(Object.keys(received)).toContain('conv/depthwise_kernel');
    for (const [name, numbers] of Object.entries(expected))
      expect(difference(received[name]!, numbers), name).toBeLessThan(1e-4);
  });
});

/** A graph with kernels for channel blocks of 4, which is only built here. */
function fourChannelBlocks(): GraphBuilder {
  return new GraphBuilder({ channelBlock: 4, kernels: true });
}

describe('fusedByKernels supports', () => {
  test('only graphs with kernels', () => {
    const graph = new GraphBuilder({ channelBlock: 4 });
    expect(fusedByKernels(context({ graph, channels: 8 }).context)).toBeUndefined();
  });

  test.each([
    [8, true],
    [4, true],
    [6, false],
    [3, false],
  ])('whole channel blocks: %i channels in blocks of 4, %s', (channels, isSupported) => {
    const fused = fusedByKernels(context({ graph: fourChannelBlocks(), channels }).context);
    expect(fused !== undefined).toBe(isSupported);
  });

  test('no activation but those that clip', () => {
    const fused = (end: ChainedLayer[]) =>
      fusedByKernels(context({ graph: fourChannelBlocks(), channels: 4, end }).context);
    expect(fused([tanh])).toBeUndefined();
    expect(fused([tanh, pool])).toBeUndefined();
    expect(fused([relu])).toBeDefined();
    expect(fused([relu6])).toBeDefined();
  });
});

test('one kernel normalises, rectifies and pools, and another has the gradient', () => {
  const graph = fourChannelBlocks();
  const { context: given } = context({ graph, channels: 8, end: [relu, pool], reached: [] });
  const { output, backward } = fusedByKernels(given)!;
  expect(output.shape).toEqual([2, 8, 3, 2]);
  expect(backward(graph.input('gradient', [2, 8, 3, 2]))).toEqual([]);
  const types = graph.finish('test').nodes.map(({ type }) => type);
  expect(types.filter((type) => type.startsWith('normalisePool'))).toEqual([
    'normalisePool',
    'normalisePoolGradient',
  ]);
  expect(types).not.toContain('MaxPool');
  expect(types).not.toContain('ReduceMean');
});
