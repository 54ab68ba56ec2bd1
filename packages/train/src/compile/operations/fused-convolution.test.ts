import * as tf from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { CLASSES, disagreements, sequential } from '../../../test/disagreements.ts';
import { conv, type Layer, norm, pool, relu } from '../../../test/layers.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';

agreesWithTfjs('a fused convolution', {
  'with pooling': () => [conv({ padding: 'same' }), norm(), relu(), pool()],
  'without pooling': () => [conv({ padding: 'same', useBias: false }), norm(), relu()],
  'without activation': () => [conv({ useBias: false }), norm(), pool({ padding: 'same' })],
  'on whole channel blocks': () => [
    conv({ filters: 16, padding: 'same' }),
    norm(),
    relu(),
    pool(),
    conv({ filters: 32, padding: 'same', useBias: false }),
    norm({ epsilon: 1e-2 }),
    relu(),
    pool({ padding: 'same' }),
  ],
  'on whole channel blocks, without pooling or activation': () => [
    conv({ filters: 16 }),
    norm(),
    conv({ filters: 16, kernelSize: [2, 3], padding: 'same' }),
    norm(),
    relu(),
  ],
  'on whole channel blocks, with strides and oblong windows': () => [
    conv({ filters: 32, strides: 2, padding: 'same' }),
    norm(),
    relu(),
    conv({ filters: 16, kernelSize: [3, 1], padding: 'same' }),
    norm(),
    pool({ poolSize: [1, 3], strides: [1, 3], padding: 'same' }),
  ],
  'on whole channel blocks, of single pixels, with another activation, between others': () => [
    conv({ filters: 16, kernelSize: 1 }),
    norm(),
    relu(),
    conv({ filters: 16, kernelSize: 5, padding: 'same' }),
    norm(),
    tf.layers.activation({ activation: 'tanh' }),
    pool({ poolSize: 3, strides: 2 }),
    conv({ filters: 5, kernelSize: 2, padding: 'same' }),
    norm(),
    relu(),
  ],
  'on whole channel blocks, before a mean over the pixels': () => [
    conv({ filters: 16, kernelSize: 5 }),
    norm(),
    relu(),
    pool({ poolSize: [3, 2], strides: [3, 2] }),
    tf.layers.globalAveragePooling2d({}),
  ],
  'with overlapping pooling': () => [
    conv({ strides: 1 }),
    norm(),
    relu(),
    pool({ poolSize: 3, strides: 2, padding: 'same' }),
  ],
});

describe.skipIf(onnxruntime === undefined)('fused convolutions', () => {
  it('sum gradients where one has two users', async () => {
    const input = tf.input({ shape: [7, 9, 3] });
    const apply = (layers: Layer[], value: tf.SymbolicTensor): tf.SymbolicTensor =>
      layers.reduce((result, layer) => layer.apply(result) as tf.SymbolicTensor, value);
    const fused = (): Layer[] => [conv({ filters: 16, padding: 'same' }), norm(), relu()];
    const left = apply([...fused(), pool()], input);
    const sum = tf.layers.add().apply([left, apply(fused(), left)]) as tf.SymbolicTensor;
    const classes = tf.layers.dense({ units: CLASSES, activation: 'softmax' });
    const output = apply([...fused(), tf.layers.flatten(), classes], sum);
    expect(await disagreements(tf.model({ inputs: input, outputs: output }))).toEqual([]);
  });

  it('learn where the pooling at their end is frozen', async () => {
    const model = sequential([conv({}), norm(), relu(), pool({ trainable: false })]);
    expect(await disagreements(model)).toEqual([]);
  });

  it('without scale or centre are those with gamma 1 and beta 0', async () => {
    const fused = [conv({ filters: 16, useBias: false }), norm(), relu(), pool()];
    const model = sequential([conv({ useBias: false }), norm(), relu(), ...fused, norm()]);
    expect(await disagreements(model, { bare: true })).toEqual([]);
  });
});
