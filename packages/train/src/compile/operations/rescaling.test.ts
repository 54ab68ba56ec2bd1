import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { conv } from '../../../test/layers.ts';

agreesWithTfjs('a rescaling', {
  'a rescaling of images': () => [tf.layers.rescaling({ scale: 1 / 127.5, offset: -1 }), conv({})],
  'a rescaling without an offset, after a convolution': () => [
    conv({}),
    tf.layers.rescaling({ scale: 0.25, offset: 0 }),
  ],
});
