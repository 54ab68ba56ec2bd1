import * as tf from '@tensorflow/tfjs-layers';
import { describe, expect, it, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { branching } from '../../../test/branching.ts';
import { disagreements } from '../../../test/disagreements.ts';
import { conv, type Layer } from '../../../test/layers.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { startBackend } from '../../engine/tfjs/backend/start-backend.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { concatenateLayers } from './concatenate.ts';

await startBackend('cpu', { threads: 1 });

describe.skipIf(onnxruntime === undefined)('a concatenation agrees with tfjs:', () => {
  const vector = (units: number): Layer[] => [tf.layers.flatten(), tf.layers.dense({ units })];
  it.each<[string, readonly Layer[][], object]>([
    ['of channels', [[conv({ filters: 2 })], [conv({ filters: 5 })]], {}],
    ['of three images', [[conv({})], [conv({ filters: 1 })], [conv({})]], { axis: 3 }],
    ['of rows', [[conv({})], [conv({ kernelSize: [5, 3] })]], { axis: 1 }],
    ['of columns', [[conv({})], [conv({ kernelSize: [3, 4] })]], { axis: 2 }],
    ['of vectors', [vector(2), vector(3)], {}],
  ])('%s', async (_, branches, config) => {
    const model = branching(branches, tf.layers.concatenate(config));
    expect(await disagreements(model)).toEqual([]);
  });
});

test.each([0, 4, -5])('refuses to join axis %i of an image', (axis) => {
  const graph = new GraphBuilder();
  const images = graph.input('images', [1, 3, 2, 2]);
  const [, layer] = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'joined', kind: 'Concatenate', config: { axis } },
  ]);
  const valueOf = (): never => expect.unreachable('it has no weights');
  const { contextOf } = trainingContexts(graph, { images, shapes: {}, valueOf });
  expect(() => concatenateLayers(contextOf(layer!, [images, images]))).toThrow(
    `Layer joined is not supported: it joins axis ${axis}`,
  );
});
