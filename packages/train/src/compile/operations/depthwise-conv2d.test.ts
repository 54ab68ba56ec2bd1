import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';

agreesWithTfjs('a depthwise convolution', {
  'a depthwise convolution': () => [tf.layers.depthwiseConv2d({ kernelSize: 3, padding: 'same' })],
  'a depthwise convolution by 2 with a multiplier': () => [
    tf.layers.depthwiseConv2d({
      kernelSize: 3,
      strides: 2,
      padding: 'same',
      depthMultiplier: 2,
      useBias: false,
    }),
  ],
});
