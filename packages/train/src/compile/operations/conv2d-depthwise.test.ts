import * as tf from '@tensorflow/tfjs-layers';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { conv } from '../../../test/layers.ts';

agreesWithTfjs('a depthwise convolution', {
  'a depthwise convolution': () => [tf.layers.depthwiseConv2d({ kernelSize: 3, padding: 'same' })],
  'a depthwise convolution by 2, with an odd border': () => [
    conv({ kernelSize: [1, 2], useBias: false }), // 7 x 8 pixels: borders on one side along one axis
    tf.layers.depthwiseConv2d({ kernelSize: 3, strides: 2, padding: 'same' }),
  ],
  'a depthwise convolution of 5 x 5 by 2': () => [
    tf.layers.depthwiseConv2d({ kernelSize: 5, strides: 2, padding: 'same', useBias: false }),
  ],
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
