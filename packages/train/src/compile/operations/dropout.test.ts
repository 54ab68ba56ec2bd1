import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('dropout', {
  'dropout of vectors': () => [tf.layers.flatten(), tf.layers.dropout({ rate: 0.4 })],
  'frozen dropout of vectors': () => [
    tf.layers.flatten(),
    tf.layers.dropout({ rate: 0.4, trainable: false }),
  ],
});
