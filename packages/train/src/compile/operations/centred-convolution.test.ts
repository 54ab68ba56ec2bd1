import { describe, expect, test } from 'vitest';
import { convolution, gradientOfImage } from '../../../test/convolution.ts';
import { difference } from '../../../test/difference.ts';
import { chained } from '../../../test/emitted.ts';
import { evaluate, randomConstant } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { GraphBuilder, type Value } from '../../graph/ir/graph-builder.ts';
import { fuseConvolutions } from '../emit/fuse-convolutions.ts';
import { centredConvolution } from './centred-convolution.ts';

/** Shapes in the layers model. */
type Shapes = Readonly<Record<string, readonly number[]>>;

interface Options {
  readonly graph: GraphBuilder;
  readonly image: Value;
  readonly shapes: Shapes;
  /** The numbers of the weights, in the layout of graphs. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  readonly config?: { readonly kernel_size: number; readonly padding: string };
  /** The layers whose outputs need a gradient. */
  readonly reached?: readonly string[];
}

function centred({ graph, image, shapes, numbers, config, reached }: Options) {
  const layers = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'conv', kind: 'Conv2D', config: config ?? { kernel_size: 1 } },
    { name: 'norm', kind: 'BatchNormalization' },
  ]);
  const fused = fuseConvolutions(layers)[1]!;
  const { contextOf, reports } = trainingContexts(graph, {
    images: image,
    shapes,
    valueOf: (name, shape) => graph.constant(name, shape, Float32Array.from(numbers[name]!)),
    ...(reached && { reached }),
  });
  return { ...centredConvolution(contextOf(fused, [image]), fused.parts!), reports };
}

/** Two images of one row and two pixels, and two filters of one pixel. */
function small(gamma: readonly number[] | undefined, bias = false) {
  const graph = new GraphBuilder();
  const image = graph.constant('image', [2, 1, 1, 2], Float32Array.of(1, 3, 5, 7));
  const shapes = {
    'conv/kernel': [1, 1, 1, 2],
    ...(gamma && { 'norm/gamma': [2] }),
    ...(bias && { 'conv/bias': [2] }),
  };
  const numbers = { 'conv/kernel': [1, 2], 'conv/bias': [10, 20], 'norm/gamma': gamma ?? [] };
  return { graph, ...centred({ graph, image, shapes, numbers }) };
}

describe.skipIf(onnxruntime === undefined)('centredConvolution', () => {
  test('subtracts the mean of each channel', () => {
    const { graph, centred: result, mean, signs } = small(undefined);
    expect(evaluate(graph, result, mean)).toEqual([
      [-3, -1, -6, -2, 1, 3, 2, 6],
      [4, 8],
    ]);
    expect(signs).toBeUndefined();
  });

  test('negates the channels with a negative gamma', () => {
    const { graph, centred: result, mean, signs } = small([1, -0.5]);
    expect(mean.shape).toEqual([1, 2, 1, 1]);
    expect(evaluate(graph, result, mean, signs!)).toEqual([
      [-3, -1, 6, 2, 1, 3, -2, -6],
      [4, -8],
      [1, -1],
    ]);
  });

  test('does not negate a channel with a gamma of 0', () => {
    const { graph, signs } = small([0, -1]);
    expect(evaluate(graph, signs!)).toEqual([[1, -1]]);
  });

  test('gives the bias back and leaves it out of the convolution', () => {
    const { graph, centred: result, bias } = small(undefined, true);
    expect(evaluate(graph, result, bias!)).toEqual([
      [-3, -1, -6, -2, 1, 3, 2, 6],
      [10, 20],
    ]);
  });

  test('has the gradients of its image, filters and bias', () => {
    const { graph, backward, reports } = small([1, -0.5], true);
    const ones = graph.constant('ones', [2, 2, 1, 2], new Float32Array(8).fill(1));
    const [image, ...others] = backward(ones);
    expect(others).toEqual([]);
    const { gradients } = reports;
    expect([...gradients.keys()].toSorted()).toEqual(['conv/bias', 'conv/kernel']);
    const weights = [gradients.get('conv/kernel')!, gradients.get('conv/bias')!];
    expect(evaluate(graph, image!, ...weights)).toEqual([
      [-1, -1, -1, -1],
      [16, -16],
      [0, 0],
    ]);
  });

  test('agrees with the definition for a window with borders', () => {
    const graph = new GraphBuilder();
    const image = randomConstant(graph, 'image', [2, 3, 5, 4]);
    const filters = randomConstant(new GraphBuilder(), 'filters', [2, 3, 3, 3]);
    const gradient = randomConstant(graph, 'gradient', [2, 2, 5, 4]);
    const { centred: result, backward } = centred({
      graph,
      image: image.value,
      shapes: { 'conv/kernel': [3, 3, 3, 2] },
      numbers: { 'conv/kernel': [...filters.data] },
      config: { kernel_size: 3, padding: 'same' },
    });
    const shapes = {
      image: [2, 3, 5, 4],
      filters: 2,
      window: { size: [3, 3], strides: [1, 1], borders: { top: 1, left: 1, bottom: 1, right: 1 } },
    } as const;
    const convolved = convolution(shapes, image.data, filters.data);
    const channelOf = (at: number): number => Math.floor(at / 20) % 2;
    const means = [0, 1].map((channel) => {
      const own = convolved.filter((_, at) => channelOf(at) === channel);
      return own.reduce((sum, value) => sum + value) / own.length;
    });
    const expected = convolved.map((value, at) => value - means[channelOf(at)]!);
    const [received, towardsImage] = evaluate(graph, result, backward(gradient.value)[0]!);
    expect(difference(received!, expected)).toBeLessThan(1e-5);
    const byDefinition = gradientOfImage(shapes, gradient.data, filters.data);
    expect(difference(towardsImage!, byDefinition)).toBeLessThan(1e-5);
  });
});

test('emits no gradient of an image that needs none', () => {
  const graph = new GraphBuilder();
  const { backward } = centred({
    graph,
    image: graph.input('image', [2, 1, 1, 2]),
    shapes: { 'conv/kernel': [1, 1, 1, 2] },
    numbers: { 'conv/kernel': [1, 2] },
    reached: [],
  });
  expect(backward(graph.input('gradient', [2, 2, 1, 2]))).toEqual([]);
});
