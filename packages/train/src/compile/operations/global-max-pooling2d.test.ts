import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('global maximum pooling', {
  'global maximum pooling': () => [tf.layers.globalMaxPooling2d({})],
});
