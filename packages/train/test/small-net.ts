import { rngAt } from '@sprout/core';
import * as tf from '@tensorflow/tfjs-layers';
import type { ModelDefinition } from '../src/model/model-definition.ts';
import { someBackend } from '../src/model/tfjs/some-backend.ts';
import { toDefinition } from '../src/model/tfjs/to-definition.ts';
import { elementCount } from '../src/tensor/element-count.ts';

export interface SmallNetOptions {
  /** Whether it ends in a dense layer with a softmax. */
  readonly top?: boolean;
}

export const NET_SHAPE = [8, 9, 3] as const;

/** A net with each kind of layer that has a gradient, for images of 8 x 9 pixels, with random weights. */
export function smallNet({ top = true }: SmallNetOptions = {}): ModelDefinition {
  someBackend();
  const { layers } = tf;
  const stack = [
    layers.conv2d({ name: 'conv', filters: 5, kernelSize: 3, padding: 'same' }),
    layers.batchNormalization({ name: 'norm' }),
    layers.activation({ name: 'relu', activation: 'relu' }),
    layers.maxPooling2d({ name: 'max', poolSize: 2, strides: 2 }),
    layers.depthwiseConv2d({ name: 'depthwise', kernelSize: 3, padding: 'same' }),
    layers.averagePooling2d({ name: 'average', poolSize: 2, strides: 1 }),
    layers.conv2d({ name: 'last', filters: 4, kernelSize: 2, activation: 'elu' }),
    layers.dropout({ name: 'dropout', rate: 0.5 }),
  ];
  const end = [
    layers.globalAveragePooling2d({ name: 'pooled' }),
    layers.dense({ name: 'classes', units: 3, activation: 'softmax' }),
  ];
  const input = tf.input({ name: 'images', shape: [...NET_SHAPE] });
  const output = [...stack, ...(top ? end : [])].reduce(
    (value, layer) => layer.apply(value) as tf.SymbolicTensor,
    input,
  );
  const model = tf.model({ inputs: input, outputs: output });
  const normalisation = { mean: [120, 130, 110], deviation: [60, 70, 65] };
  const definition = toDefinition(model, { normalisation });
  model.dispose();
  return { ...definition, weights: definition.weights.map(drawn) };
}

function drawn({ name, shape, data }: ModelDefinition['weights'][number]) {
  const rng = rngAt(5, [name]);
  const draw = name.includes('variance') ? () => rng.uniform(0.5, 2) : () => rng.normal(0, 0.4);
  return { name, shape, data: data.map(draw) };
}

/** Images with random pixels. */
export function drawnImages(count: number): Uint8Array {
  const rng = rngAt(6, ['images', count]);
  const size = count * elementCount(NET_SHAPE);
  return new Uint8Array(size).map(() => rng.integer(256));
}
