import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('a reshape to a vector', {
  'reshape to a vector': () => [tf.layers.reshape({ targetShape: [7 * 9 * 3] })],
});
