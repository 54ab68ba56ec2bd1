import * as tf from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { chained } from '../../../test/emitted.ts';
import { trainingContexts } from '../../../test/training-contexts.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import { reshapeLayer } from './reshape.ts';

agreesWithTfjs('a reshape', {
  'to a vector': () => [tf.layers.reshape({ targetShape: [7 * 9 * 3] })],
  'to an image of another size': () => [tf.layers.reshape({ targetShape: [3, 21, 3] })],
  'of a vector to an image': () => [
    tf.layers.globalAveragePooling2d({}),
    tf.layers.reshape({ targetShape: [1, 1, 3] }),
    tf.layers.conv2d({ filters: 4, kernelSize: 1 }),
    tf.layers.reshape({ targetShape: [4] }),
  ],
});

function reshaped(target: readonly number[]) {
  const graph = new GraphBuilder();
  const images = graph.input('images', [1, 3, 2, 2]);
  const [, layer] = chained([
    { name: 'images', kind: 'InputLayer', inputs: [] },
    { name: 'shaped', kind: 'Reshape', config: { target_shape: target } },
  ]);
  const valueOf = (): never => expect.unreachable('it has no weights');
  const { contextOf } = trainingContexts(graph, { images, shapes: {}, valueOf });
  return reshapeLayer(contextOf(layer!, [images])).output.shape;
}

test('finds one dimension', () => {
  expect(reshaped([-1])).toEqual([1, 12]);
  expect(reshaped([2, -1, 6])).toEqual([1, 6, 2, 1]);
});

test.each([[[5]], [[-1, -1, 3]], [[5, -1, 1]], [[3, 4]], [[0, 1, -1]]])('refuses %j', (target) => {
  expect(() => reshaped(target)).toThrow('Layer shaped is not supported: a reshape of 12 numbers');
});
