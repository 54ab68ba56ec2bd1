import { describe, expect, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { GraphBuilder, type Value } from '../../graph/ir/graph-builder.ts';
import { fuseConvolutions } from '../emit/fuse-convolutions.ts';
import { batchNormalisation } from './batch-normalisation.ts';
import { conv2d } from './conv2d.ts';
import { foldedConvolution } from './folded-convolution.ts';

const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  'conv/kernel': [1, 2],
  'conv/bias': [10, 20],
  'norm/gamma': [3, -1],
  'norm/beta': [1, 5],
  'norm/moving_mean': [11, 22],
  'norm/moving_variance': [3, 0],
};

/** A convolution with two filters of one pixel over two images of one row and two pixels, and a frozen normalisation. */
function small(roles: readonly string[], reached: readonly string[] = ['images', 'conv']) {
  const graph = new GraphBuilder();
  const image = graph.constant('image', [2, 1, 1, 2], Float32Array.of(1, 3, 5, 7));
  const layers = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'conv', kind: 'Conv2D', config: { kernel_size: 1 } },
    { name: 'norm', kind: 'BatchNormalization', trainable: false, config: { epsilon: 1 } },
  ]);
  const shapes = Object.fromEntries(
    roles.map((name) => [name, name === 'conv/kernel' ? [1, 1, 1, 2] : [2]]),
  );
  const { contextOf, reports } = trainingContexts(graph, {
    images: image,
    shapes,
    valueOf: (name, shape) => graph.constant(name, shape, Float32Array.from(NUMBERS[name]!)),
    reached,
  });
  const [, conv, norm] = layers;
  return { graph, image, layers, conv: conv!, norm: norm!, contextOf, reports };
}

const ALL = Object.keys(NUMBERS);
const ONES = Float32Array.of(1, 1, 1, 1, 2, 2, 2, 2);

function folded(roles: readonly string[], reached?: readonly string[]) {
  const emitted = small(roles, reached);
  const layer = fuseConvolutions(emitted.layers)[1]!;
  return { ...emitted, ...foldedConvolution(emitted.contextOf(layer, [emitted.image])) };
}

/** The same layers, one after the other. */
function apart(roles: readonly string[]) {
  const emitted = small(roles);
  const convolved = conv2d(emitted.contextOf(emitted.conv, [emitted.image]));
  const normalised = batchNormalisation(emitted.contextOf(emitted.norm, [convolved.output]));
  const backward = (gradient: Value) => convolved.backward(normalised.backward(gradient)[0]!);
  return { ...emitted, output: normalised.output, backward };
}

function results({ graph, output, backward, reports }: ReturnType<typeof folded>) {
  const [towardsImage] = backward(graph.constant('gradient', [2, 2, 1, 2], ONES));
  const { gradients } = reports;
  const weights = ['conv/kernel', 'conv/bias'].flatMap((name) => gradients.get(name) ?? []);
  return evaluate(graph, output, towardsImage!, ...weights);
}

describe.skipIf(onnxruntime === undefined)('foldedConvolution', () => {
  test('is the convolution and the normalisation after it', () => {
    const { graph, output } = folded(ALL);
    expect(output.shape).toEqual([2, 2, 1, 2]);
    // scales 3 / 2 and -1; (pixel + 10 - 11) * 3 / 2 + 1 and (2 * pixel + 20 - 22) * -1 + 5
    expect(evaluate(graph, output)).toEqual([[1, 4, 5, 1, 7, 10, -3, -7]]);
  });

  test.each([
    ['all weights', ALL],
    ['no bias', ALL.filter((name) => name !== 'conv/bias')],
    ['no gamma', ALL.filter((name) => name !== 'norm/gamma')],
    ['no beta', ALL.filter((name) => name !== 'norm/beta')],
  ])('with %s, output and gradients are those of the two layers', (_, roles) => {
    expect(results(folded(roles))).toEqual(results(apart(roles)));
  });
});

test('emits no gradient of an image that needs none', () => {
  const { graph, backward } = folded(ALL, []);
  expect(backward(graph.input('gradient', [2, 2, 1, 2]))).toEqual([]);
});
