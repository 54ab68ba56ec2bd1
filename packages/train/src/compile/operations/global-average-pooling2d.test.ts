import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('global average pooling', {
  'global average pooling': () => [tf.layers.globalAveragePooling2d({})],
});
