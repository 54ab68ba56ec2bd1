import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { chained, type ChainedLayer } from '../../../test/emitted.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { createRunner } from '../../engine/onnx/runtime/onnx-runner.ts';
import { tensor } from '../../engine/onnx/runtime/tensors.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { encodeOnnx } from '../../graph/write/onnx-writer.ts';
import type { LayerNode } from '../../model/layers/layer-node.ts';
import { weightLayout } from '../parts/weight-layout.ts';
import { emitTrainingGradient } from './emit-training-gradient.ts';

const COUNT = 2;
const INPUT = {
  height: 1,
  width: 2,
  channels: 1,
  normalisation: { mean: [1], deviation: [2] },
};

/** Emits layers after an input layer. */
function emitted(
  layers: readonly ChainedLayer[],
  shapes: Readonly<Record<string, readonly number[]>>,
) {
  const graph = new GraphBuilder();
  const asked: string[] = [];
  const weights = Object.entries(shapes).map(([name, shape]) =>
    weightLayout({ name, shape, data: new Float32Array() }),
  );
  const list: readonly LayerNode[] = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    ...layers,
  ]);
  const result = emitTrainingGradient(graph, list, {
    input: INPUT,
    weights,
    count: COUNT,
    stateInput: (name, shape) => {
      asked.push(`${name} ${JSON.stringify(shape)}`);
      return graph.input(name, shape);
    },
  });
  return { graph, asked, ...result };
}

const conv: ChainedLayer = { name: 'conv', kind: 'Conv2D', config: { kernel_size: 1 } };
const norm: ChainedLayer = { name: 'norm', kind: 'BatchNormalization' };
const flat: ChainedLayer = { name: 'flat', kind: 'Flatten' };
const dropout: ChainedLayer = { name: 'drop', kind: 'Dropout', config: { rate: 0.5 } };
const dense = (config: Record<string, Json> = { activation: 'softmax' }): ChainedLayer => ({
  name: 'classes',
  kind: 'Dense',
  config,
});

const CONV_SHAPES = { 'conv/kernel': [1, 1, 1, 3] };
const NORM_SHAPES = {
  'norm/gamma': [3],
  'norm/beta': [3],
  'norm/moving_mean': [3],
  'norm/moving_variance': [3],
};
const LOGISTIC_SHAPES = { 'classes/kernel': [2, 2], 'classes/bias': [2] };

describe('emitTrainingGradient', () => {
  test('has gradients of the weights of trainable layers, in the shapes of graphs', () => {
    const { learned, assigned, classes } = emitted([conv, norm, flat, dense()], {
      ...CONV_SHAPES,
      ...NORM_SHAPES,
      'classes/kernel': [6, 4],
      'classes/bias': [4],
    });
    expect(classes).toBe(4);
    const shapes = learned.map(({ name, weight, gradient }) => [
      name,
      weight.shape,
      gradient.shape,
    ]);
    expect(Object.fromEntries(shapes.map(([name, ...rest]) => [name, rest]))).toEqual({
      'conv/kernel': [
        [3, 1, 1, 1],
        [3, 1, 1, 1],
      ],
      'norm/gamma': [[3], [3]],
      'norm/beta': [[3], [3]],
      'classes/kernel': [
        [4, 6],
        [4, 6],
      ],
      'classes/bias': [[4], [4]],
    });
    expect([...assigned.keys()]).toEqual(['norm/moving_mean', 'norm/moving_variance']);
  });

  test('has no gradients of frozen layers, whose weights it takes all the same', () => {
    const frozen = { ...conv, trainable: false };
    const { learned, assigned, asked } = emitted(
      [frozen, { ...norm, trainable: false }, flat, dense()],
      { ...CONV_SHAPES, ...NORM_SHAPES, 'classes/kernel': [6, 2], 'classes/bias': [2] },
    );
    expect(learned.map(({ name }) => name).toSorted()).toEqual(['classes/bias', 'classes/kernel']);
    expect([...assigned]).toEqual([]);
    expect(asked.toSorted()).toEqual([
      'classes/bias [2]',
      'classes/kernel [2,6]',
      'conv/kernel [3,1,1,1]',
      'norm/beta [3]',
      'norm/gamma [3]',
      'norm/moving_mean [3]',
      'norm/moving_variance [3]',
    ]);
  });

  test('takes a mask for each dropout, and targets and weights for the batch', () => {
    const { graph, masks } = emitted([flat, dropout, dense()], LOGISTIC_SHAPES);
    expect(masks).toEqual([{ name: 'mask:drop', layer: 'drop', rate: 0.5, shape: [2, 2] }]);
    const inputs = graph.finish('test').inputs.map(({ name, shape }) => [name, shape]);
    expect(inputs[0]).toEqual(['images', [2, 1, 2, 1]]);
    expect(inputs.slice(-2)).toEqual([
      ['targets', [2, 2]],
      ['weights', [2, 1]],
    ]);
  });

  test('emits the same graph whether the softmax is a layer or an activation', () => {
    const softmax = { name: 'softmax', kind: 'Softmax' };
    const graphs = [[dense()], [dense({}), softmax]].map((end) =>
      emitted([flat, ...end], LOGISTIC_SHAPES).graph.finish('test'),
    );
    expect(graphs[1]).toEqual(graphs[0]);
  });

  test('refuses a model without a softmax, and a layer without its weight', () => {
    const error = (message: string) =>
      expect.objectContaining({ code: 'model-unsupported', message }) as Error;
    expect(() => emitted([flat, dense({})], LOGISTIC_SHAPES)).toThrow(
      error(
        'Layer classes is not supported: a model that is trained must end in a softmax or a sigmoid',
      ),
    );
    expect(() => emitted([flat, dense()], { 'classes/bias': [2] })).toThrow(
      error('Layer classes is not supported: it comes without its weight "kernel"'),
    );
  });
});

describe.skipIf(onnxruntime === undefined)('the gradient of logistic regression', () => {
  /** Loss, correct predictions and gradients for weights of 0; normalised, the images are (1, 2) and (0, 0). */
  function step(weights: readonly number[]) {
    const { graph, loss, correct, learned } = emitted([flat, dense()], LOGISTIC_SHAPES);
    graph.output('loss', loss);
    graph.output('correct', correct);
    for (const { name, gradient } of learned) graph.output(`towards:${name}`, gradient);
    const finished = graph.finish('test');
    const outputs = finished.outputs.map(({ name }) => name);
    const run = createRunner(onnxruntime!, encodeOnnx(finished), { outputs, threads: 1 }); // skipped without it
    const images = { type: 'uint8', dims: [2, 1, 2, 1], data: Uint8Array.of(3, 5, 1, 1) } as const;
    const results = run({
      images,
      targets: tensor(Float32Array.of(1, 0, 0, 1), [2, 2]),
      weights: tensor(Float32Array.from(weights), [2, 1]),
      'classes/kernel': tensor(new Float32Array(4), [2, 2]),
      'classes/bias': tensor(new Float32Array(2), [2]),
    });
    return Object.fromEntries(outputs.map((name) => [name, [...results[name]!.data]]));
  }

  test('is the difference of probabilities and targets, times the normalised pixels', () => {
    expect(step([1, 1])).toEqual({
      loss: [expect.closeTo(Math.LN2, 6)],
      correct: [1],
      'towards:classes/kernel': [-0.25, -0.5, 0.25, 0.5],
      'towards:classes/bias': [0, 0],
    });
  });

  test('counts each sample with its weight', () => {
    expect(step([4, 0])).toEqual({
      loss: [expect.closeTo(2 * Math.LN2, 6)],
      correct: [1],
      'towards:classes/kernel': [-1, -2, 1, 2],
      'towards:classes/bias': [-1, 1],
    });
  });
});
