import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('average pooling', {
  'overlapping average pooling': () => [tf.layers.averagePooling2d({ poolSize: 3, strides: 2 })],
  'average pooling': () => [tf.layers.averagePooling2d({ poolSize: 2, strides: 2 })],
});
