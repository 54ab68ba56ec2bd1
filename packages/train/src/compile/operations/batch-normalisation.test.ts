import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { norm, relu } from '../../../test/layers.ts';

agreesWithTfjs('batch normalisation', {
  'batch normalisation': () => [relu(), norm({ momentum: 0.7, epsilon: 1e-2 })],
  'dense, with an activation, and batch normalisation of vectors': () => [
    tf.layers.flatten(),
    tf.layers.dense({ units: 5, activation: 'tanh' }),
    norm({ epsilon: 0.1 }),
  ],
});
