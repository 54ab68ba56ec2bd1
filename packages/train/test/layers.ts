import * as tf from '@tensorflow/tfjs-layers';

export type Layer = Parameters<tf.Sequential['add']>[0];

export const conv = (options: object): Layer =>
  tf.layers.conv2d({ filters: 3, kernelSize: 3, ...options });
export const norm = (options: object = {}): Layer => tf.layers.batchNormalization(options);
export const relu = (): Layer => tf.layers.activation({ activation: 'relu' });
export const pool = (options: object = {}): Layer =>
  tf.layers.maxPooling2d({ poolSize: 2, strides: 2, ...options });
