import { describe, expect, test } from 'vitest';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { runGraph } from '../../../test/run-graph.ts';
import { ACTIVATIONS } from './activations.ts';

const POINTS = [-7.3, -1.2, -0.4, 0.3, 1.7, 5.9, 6.4, 8.1];
const GRADIENT = [1, -2, 0.5, 3, -1, 2, 0.25, -0.5];
const STEP = 1e-2;

/** The output of an activation at some points, and the gradient with respect to the points. */
function results(name: string, points: readonly number[]) {
  const { apply, differentiate } = ACTIVATIONS.get(name)!;
  const graph = new GraphBuilder();
  const input = graph.input('input', [2, points.length / 2]);
  const gradient = graph.input('gradient', input.shape);
  const output = apply(graph, input);
  graph.output('output', output);
  graph.output('towardsInput', differentiate(graph, { input, output, gradient }));
  return runGraph(graph, { input: points, gradient: GRADIENT });
}

describe.skipIf(onnxruntime === undefined).each([...ACTIVATIONS.keys()])('%s', (name) => {
  const moved = (at: number, by: number): readonly number[] =>
    POINTS.map((value, index) => (index === at ? value + by : value));
  const objective = (points: readonly number[]): number =>
    results(name, points)['output']!.reduce((sum, value, at) => sum + value * GRADIENT[at]!, 0);

  test('has the derivative of finite differences', () => {
    const { towardsInput } = results(name, POINTS);
    const differences = POINTS.map(
      (_, at) => (objective(moved(at, STEP)) - objective(moved(at, -STEP))) / (2 * STEP),
    );
    for (const [at, expected] of differences.entries())
      expect(Math.abs(towardsInput![at]! - expected)).toBeLessThan(2e-3);
  });

  test('says whether it is non-decreasing', () => {
    const { output } = results(name, POINTS);
    const rises = output!.every((value, at) => at === 0 || value >= output![at - 1]!);
    expect(ACTIVATIONS.get(name)!.isNonDecreasing).toBe(rises && name !== 'softmax');
  });
});

test.skipIf(onnxruntime === undefined)(
  'relu6 has the derivative of TensorFlow.js where it is not smooth: 0 at 0, and 1 at 6',
  () => {
    const just = (value: number, by: number): number => Math.fround(value * (1 + by));
    const points = [0, 1e-30, just(6, -1e-7), 6, just(6, 1e-7), 1e30, -1e30, -0];
    const { towardsInput } = results('relu6', points);
    expect(towardsInput!.map((value, at) => value / GRADIENT[at]! + 0)).toEqual([
      0, 1, 1, 1, 0, 0, 0, 0,
    ]);
  },
);
