import { describe, expect, test } from 'vitest';
import { chained, emitted } from '../../../test/emitted.ts';
import { evaluate } from '../../../test/evaluate.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { runGraph } from '../../../test/run-graph.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { contexts, type Reports } from '../emit/operation-contexts.ts';
import {
  alongChannels,
  inverseDeviation,
  normalisationSchema,
  updateRunningStatistics,
} from './batch-statistics.ts';
import { layerConfig } from './layer-config.ts';
import { weightLayout } from './weight-layout.ts';

type Config = NonNullable<Parameters<typeof chained>[0][number]['config']>;

function layer(config: Config) {
  return chained([{ name: 'norm', kind: 'BatchNormalization', config }])[0]!;
}

describe('normalisationSchema', () => {
  test('fills in the defaults of Keras', () => {
    expect(normalisationSchema.parse({})).toEqual({ axis: -1, momentum: 0.99, epsilon: 1e-3 });
  });

  test.each([[-1], [3], [[3]], [[-1]]])('accepts the last axis as %j', (axis) => {
    expect(normalisationSchema.parse({ axis }).axis).toBe([axis].flat()[0]);
  });

  test.each([[0], [1], [2], [[1]]])('refuses the axis %j, naming layer and key', (axis) => {
    const error = expect.objectContaining({
      code: 'model-unsupported',
      message: 'Layer norm is not supported: axis: must be the last',
    }) as Error;
    expect(() => layerConfig(layer({ axis }), normalisationSchema)).toThrow(error);
  });
});

test.each([
  [
    [2, 4, 6, 5],
    [1, 4, 1, 1],
  ],
  [
    [2, 4],
    [1, 4],
  ],
  [
    ['batch', 4, 6, 5],
    [1, 4, 1, 1],
  ],
] as const)('a vector along the channels of %j has the shape %j', (shape, expected) => {
  const graph = new GraphBuilder();
  expect(alongChannels(graph, graph.input('vector', [4]), shape).shape).toEqual(expected);
});

test.skipIf(onnxruntime === undefined)('the inverse deviation counts epsilon', () => {
  const graph = new GraphBuilder();
  const variance = graph.constant('variance', [3], Float32Array.of(0, 3.75, 15.75));
  expect(evaluate(graph, inverseDeviation(graph, variance, 0.25))).toEqual([[2, 0.5, 0.25]]);
});

describe('updateRunningStatistics', () => {
  /** Updates the given weights of a layer of two channels. */
  function updated(graph: GraphBuilder, roles: readonly string[]): Reports {
    const reports: Reports = { gradients: new Map(), assigned: new Map(), masks: [] };
    const images = graph.input('images', [1, 2, 1, 1]);
    const contextOf = contexts(graph, {
      images,
      isChannelsLast: false,
      mode: 'train',
      rectifiers: 'exact',
      wrt: { weights: new Set(), layers: new Set() },
      reach: { outputs: new Set(), through: new Set() },
      weights: roles.map((role) =>
        weightLayout({ name: `norm/${role}`, shape: [2], data: new Float32Array() }),
      ),
      weightValue: ({ name, shape }) => graph.input(name, shape),
      reports,
    });
    updateRunningStatistics(contextOf(layer({ momentum: 0.75 }), [images]), {
      mean: graph.input('mean', [1, 2, 1, 1]),
      variance: graph.input('variance', [2]),
    });
    return reports;
  }

  test.skipIf(onnxruntime === undefined)('takes a share of 1 - momentum from the batch', () => {
    const graph = new GraphBuilder();
    const { assigned } = updated(graph, ['moving_mean', 'moving_variance']);
    for (const [name, value] of assigned) graph.output(`new ${name}`, value);
    const results = runGraph(graph, {
      images: [0, 0],
      mean: [4, -8],
      variance: [2, 1],
      'norm/moving_mean': [0, 4],
      'norm/moving_variance': [1, 1],
    });
    expect(results).toEqual({
      'new norm/moving_mean': [1, 1],
      'new norm/moving_variance': [1.25, 1],
    });
  });

  test('names the weight that is missing', () => {
    expect(() => updated(new GraphBuilder(), ['moving_mean'])).toThrow(
      'Layer norm is not supported: it comes without its weight "moving_variance"',
    );
  });

  test('keeps the shape of the running statistics', () => {
    const weights = { 'norm/moving_mean': [3], 'norm/moving_variance': [3] };
    const norm = { name: 'norm', kind: 'BatchNormalization' };
    const { assigned } = emitted([norm], { mode: 'train', weights });
    expect([...assigned.values()].map(({ shape }) => shape)).toEqual([[3], [3]]);
  });
});
