import * as tf from '@tensorflow/tfjs-layers';
import { CLASSES } from './disagreements.ts';
import type { Layer } from './layers.ts';

/** A classifier of images of 7 x 9 pixels: a convolution, branches of layers, and a layer that merges them. */
export function branching(branches: readonly Layer[][], merge: Layer): tf.LayersModel {
  const input = tf.input({ shape: [7, 9, 3] });
  const apply = (value: tf.SymbolicTensor, layer: Layer): tf.SymbolicTensor =>
    layer.apply(value) as tf.SymbolicTensor; // symbolic in, symbolic out
  const stem = apply(input, tf.layers.conv2d({ filters: 3, kernelSize: 1, useBias: false }));
  const ends = branches.map((branch) => branch.reduce(apply, stem));
  const merged = merge.apply(ends) as tf.SymbolicTensor; // as above
  const flat = merged.shape.length > 2 ? apply(merged, tf.layers.flatten()) : merged;
  const outputs = apply(flat, tf.layers.dense({ units: CLASSES, activation: 'softmax' }));
  return tf.model({ inputs: input, outputs });
}
