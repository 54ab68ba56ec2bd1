import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('zero padding', {
  'zero padding': () => [
    tf.layers.zeroPadding2d({
      padding: [
        [1, 2],
        [0, 3],
      ],
    }),
  ],
});
