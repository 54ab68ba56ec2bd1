import { describe, expect, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { GraphBuilder, type Value } from '../../graph/ir/graph-builder.ts';
import { normalisePeaks } from './normalise-peaks.ts';

const EPSILON = 4; // the variance of the centred numbers is 5
const STATISTICS = { moving_mean: 4, moving_variance: 1 };

/** Normalises two images of one row, two pixels and one channel, whose rows are pooled. */
function normalised(weights: Readonly<Record<string, number>>, { signed = false, bias = false }) {
  const graph = new GraphBuilder();
  const constant = (name: string, shape: readonly number[], ...numbers: readonly number[]): Value =>
    graph.constant(name, shape, Float32Array.from(numbers));
  const [, layer] = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'norm', kind: 'BatchNormalization', config: { epsilon: EPSILON, momentum: 0.5 } },
  ]);
  const numbers: Readonly<Record<string, number>> = { ...weights, ...STATISTICS };
  const centred = constant('centred', [2, 1, 1, 2], -3, -1, 1, 3);
  const { contextOf, reports } = trainingContexts(graph, {
    images: centred,
    shapes: Object.fromEntries(Object.keys(numbers).map((role) => [`norm/${role}`, [1]])),
    valueOf: (name) => constant(name, [1], numbers[name.slice('norm/'.length)]!),
    reached: [],
  });
  const result = normalisePeaks(contextOf(layer!, [centred]), {
    centred,
    peaks: constant('peaks', [2, 1, 1, 1], -1, 3),
    mean: constant('mean', [1, 1, 1, 1], -8),
    signs: signed ? constant('signs', [1], -1) : undefined,
    bias: bias ? constant('bias', [1], 2) : undefined,
    backward: () => [],
  });
  const gradient = constant('gradient', [2, 1, 1, 1], 1, 2);
  return { graph, ...result, gradient, ...reports };
}

/** Values that differ by less than the rounding of 32-bit floats. */
function close(numbers: readonly (readonly number[])[]): unknown {
  return numbers.map((row) => row.map((value) => expect.closeTo(value, 5) as number));
}

describe.skipIf(onnxruntime === undefined)('normalisePeaks', () => {
  test('scales the pooled numbers by the deviation of all numbers', () => {
    const { graph, output } = normalised({}, {});
    expect(output.shape).toEqual([2, 1, 1, 1]);
    expect(evaluate(graph, output)).toEqual(close([[-1 / 3, 1]]));
  });

  test('applies gamma by its size, since the numbers of a negated channel have its sign', () => {
    const { graph, output } = normalised({ gamma: -2, beta: 1 }, { signed: true });
    expect(evaluate(graph, output)).toEqual(close([[1 / 3, 3]]));
  });

  test('updates the running mean, with its true sign and the bias, and the running variance', () => {
    const { graph, assigned } = normalised({ gamma: -2, beta: 1 }, { signed: true, bias: true });
    const updated = ['norm/moving_mean', 'norm/moving_variance'];
    expect([...assigned.keys()]).toEqual(updated);
    const values = updated.map((name) => assigned.get(name)!);
    // the mean is 8 + 2 and the variance 5; half of each is added to half of the old numbers
    expect(evaluate(graph, ...values)).toEqual(close([[7], [3]]));
  });

  test('the running mean has the sign of the mean where no channel is negated', () => {
    const { graph, assigned } = normalised({}, {});
    expect(evaluate(graph, assigned.get('norm/moving_mean')!)).toEqual(close([[-2]]));
  });

  test('has the gradients of gamma and beta', () => {
    const { graph, backward, gradient, gradients } = normalised(
      { gamma: -2, beta: 1 },
      { signed: true },
    );
    backward(gradient);
    const values = [gradients.get('norm/gamma')!, gradients.get('norm/beta')!];
    // 1 * -1 + 2 * 3, times 1 / 3, negated; and 1 + 2
    expect(evaluate(graph, ...values)).toEqual(close([[-5 / 3], [3]]));
  });

  test('splits the gradient of the convolution into what passes the pooling and what does not', () => {
    const { graph, backward, gradient } = normalised({ gamma: -2, beta: 1 }, { signed: true });
    const { direct, slope, offset } = backward(gradient);
    expect(evaluate(graph, direct, slope, offset)).toEqual(
      close([[2 / 3, 4 / 3], [-5 / 54], [-1 / 2]]),
    );
  });

  test('reports no gradient of a weight that the layer does not have', () => {
    const { graph, backward, gradient, gradients } = normalised({ beta: 1 }, {});
    const { direct } = backward(gradient);
    expect([...gradients.keys()]).toEqual(['norm/beta']);
    expect(evaluate(graph, direct)).toEqual(close([[1 / 3, 2 / 3]]));
  });
});
