import { describe, expect, test } from 'vitest';
import { chained, type ChainedLayer } from '../../../test/emitted.ts';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { fuseConvolutions } from '../emit/fuse-convolutions.ts';
import { fusedByOperators } from './fused-by-operators.ts';

const relu: ChainedLayer = { name: 'relu', kind: 'Activation', config: { activation: 'relu' } };
const pool: ChainedLayer = { name: 'pool', kind: 'MaxPooling2D', config: { pool_size: [1, 2] } };

/** By name: the shape in the layers model and the numbers. The second channel has a negative gamma. */
const WEIGHTS: Readonly<Record<string, readonly [shape: readonly number[], numbers: number[]]>> = {
  'conv/kernel': [
    [1, 1, 1, 2],
    [1, 1],
  ],
  'norm/gamma': [[2], [3, -3]],
  'norm/beta': [[2], [1, 1]],
  'norm/moving_mean': [[2], [0, 0]],
  'norm/moving_variance': [[2], [0, 0]],
};

/** A fused convolution of two images of one row and two pixels: the batch has the mean 4 and the variance 5. */
function fused(...end: readonly ChainedLayer[]) {
  const graph = new GraphBuilder();
  const image = graph.constant('image', [2, 1, 1, 2], Float32Array.of(1, 3, 5, 7));
  const layers = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'conv', kind: 'Conv2D', config: { kernel_size: 1 } },
    { name: 'norm', kind: 'BatchNormalization', config: { epsilon: 4, momentum: 0 } },
    ...end,
  ]);
  const { contextOf, reports } = trainingContexts(graph, {
    images: image,
    shapes: Object.fromEntries(Object.entries(WEIGHTS).map(([name, [shape]]) => [name, shape])),
    valueOf: (name, shape) => graph.constant(name, shape, Float32Array.from(WEIGHTS[name]![1])),
  });
  const layer = fuseConvolutions(layers)[1]!;
  return { graph, ...fusedByOperators(contextOf(layer, [image])), reports };
}

/** The numbers without the rounding of 32-bit floats, and without -0. */
function rounded(numbers: readonly (readonly number[])[]): number[][] {
  return numbers.map((row) => row.map((value) => Math.round(value * 1e4) / 1e4 + 0));
}

describe.skipIf(onnxruntime === undefined)('fusedByOperators', () => {
  test('normalises the convolution', () => {
    const { graph, output } = fused();
    expect(output.shape).toEqual([2, 2, 1, 2]);
    expect(rounded(evaluate(graph, output))).toEqual([[-2, 0, 4, 2, 2, 4, 0, -2]]);
  });

  test('applies the activation after the normalisation', () => {
    const { graph, output } = fused(relu);
    expect(rounded(evaluate(graph, output))).toEqual([[0, 0, 4, 2, 2, 4, 0, 0]]);
  });

  test('pools the largest number of each window, also where gamma is negative', () => {
    const [before, after] = [fused(pool), fused(relu, pool)];
    expect(before.output.shape).toEqual([2, 2, 1, 1]);
    expect(rounded(evaluate(before.graph, before.output))).toEqual([[0, 4, 4, 0]]);
    expect(rounded(evaluate(after.graph, after.output))).toEqual([[0, 4, 4, 0]]);
  });

  test('assigns the mean and the variance of the batch', () => {
    const { graph, reports } = fused(relu, pool);
    const values = ['norm/moving_mean', 'norm/moving_variance'].map((name) =>
      reports.assigned.get(name)!,
    );
    expect(rounded(evaluate(graph, ...values))).toEqual([
      [4, 4],
      [5, 5],
    ]);
  });

  test('propagates the gradient through pooling and normalisation', () => {
    const { graph, backward, reports } = fused(pool);
    const gradient = graph.constant('gradient', [2, 2, 1, 1], Float32Array.of(1, 0, 0, 0));
    const [image] = backward(gradient);
    const { gradients } = reports;
    const values = ['conv/kernel', 'norm/gamma', 'norm/beta'].map((name) => gradients.get(name)!);
    // the argmax is the second pixel, which is -1 from the mean: 1 - 1/4 + 1/36 there, and
    // -1/4 + distance / 36 elsewhere, with a scale of 3 / 3
    const towardsImage = [-1 / 4 - 3 / 36, 3 / 4 - 1 / 36, -1 / 4 + 1 / 36, -1 / 4 + 3 / 36];
    const kernel = [1, 3, 5, 7].reduce((sum, pixel, at) => sum + pixel * towardsImage[at]!, 0);
    expect(rounded(evaluate(graph, image!, ...values))).toEqual(
      rounded([towardsImage, [kernel, 0], [-1 / 3, 0], [1, 0]]),
    );
  });

  test('propagates no gradient where the rectifier is closed', () => {
    const { graph, backward, reports } = fused(relu);
    const gradient = graph.constant(
      'gradient',
      [2, 2, 1, 2],
      Float32Array.of(1, 0, 0, 0, 0, 0, 0, 1),
    );
    const [image] = backward(gradient);
    const beta = reports.gradients.get('norm/beta')!;
    expect(rounded(evaluate(graph, image!, beta))).toEqual([
      [0, 0, 0, 0],
      [0, 0],
    ]);
  });
});
