import * as tf from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { startBackend } from '../../engine/tfjs/backend/start-backend.ts';
import { branching } from '../../../test/branching.ts';
import { disagreements } from '../../../test/disagreements.ts';
import { conv, type Layer } from '../../../test/layers.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';

await startBackend('cpu', { threads: 1 });

describe.skipIf(onnxruntime === undefined)('a product agrees with tfjs:', () => {
  const squeeze = (): Layer[] => [
    tf.layers.globalAveragePooling2d({}),
    tf.layers.reshape({ targetShape: [1, 1, 3] }),
    conv({ filters: 2, kernelSize: 1, activation: 'swish' }),
    conv({ filters: 4, kernelSize: 1, activation: 'sigmoid' }),
  ];
  it.each<[string, readonly Layer[][]]>([
    ['of two images', [[conv({})], [conv({})]]],
    ['of three images', [[conv({})], [conv({})], [conv({})]]],
    ['of an image and a factor for each channel', [[conv({ filters: 4 })], squeeze()]],
    ['of an image and a factor for each pixel', [[conv({})], [conv({ filters: 1 })]]],
  ])('%s', async (_, branches) => {
    expect(await disagreements(branching(branches, tf.layers.multiply()))).toEqual([]);
  });
});
