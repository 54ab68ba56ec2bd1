import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('an activation', {
  'relu 6': () => [tf.layers.reLU({ maxValue: 6 })],
  relu: () => [tf.layers.reLU({})],
  'relu 6, by name': () => [tf.layers.activation({ activation: 'relu6' })],
  sigmoid: () => [tf.layers.activation({ activation: 'sigmoid' })],
  swish: () => [tf.layers.activation({ activation: 'swish' })],
  tanh: () => [tf.layers.activation({ activation: 'tanh' })],
  elu: () => [tf.layers.activation({ activation: 'elu' })],
  'softmax in the middle': () => [
    tf.layers.flatten(),
    tf.layers.dense({ units: 5 }),
    tf.layers.softmax(),
  ],
});
