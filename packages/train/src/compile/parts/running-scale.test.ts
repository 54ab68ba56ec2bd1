import { describe, expect, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { runningScale } from './running-scale.ts';

const NUMBERS: Readonly<Record<string, readonly number[]>> = {
  'norm/gamma': [3, -1],
  'norm/beta': [1, 5],
  'norm/moving_mean': [11, 22],
  'norm/moving_variance': [3, 0],
};

function scaleAndShift(...roles: readonly string[]) {
  const graph = new GraphBuilder();
  const [layer] = chained([
    { name: 'norm', kind: 'BatchNormalization', config: { epsilon: 1 }, inputs: [] },
  ]);
  const names = ['moving_mean', 'moving_variance', ...roles].map((role) => `norm/${role}`);
  const images = graph.input('images', [1, 2, 1, 1]);
  const { contextOf } = trainingContexts(graph, {
    images,
    shapes: Object.fromEntries(names.map((name) => [name, [2]])),
    valueOf: (name, shape) => graph.constant(name, shape, Float32Array.from(NUMBERS[name]!)),
  });
  const { scale, shift } = runningScale(contextOf(layer!, [images]));
  return evaluate(graph, scale, shift);
}

describe.skipIf(onnxruntime === undefined)('runningScale', () => {
  test('is gamma / deviation, and beta minus the scaled mean', () => {
    expect(scaleAndShift('gamma', 'beta')).toEqual([
      [1.5, -1],
      [1 - 16.5, 5 + 22],
    ]);
  });

  test('without gamma and beta it standardises', () => {
    expect(scaleAndShift()).toEqual([
      [0.5, 1],
      [-5.5, -22],
    ]);
  });
});
