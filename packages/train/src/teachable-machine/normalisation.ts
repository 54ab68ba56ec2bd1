import type { Normalisation } from '@sprout/core';

/**
 * The normalisation of Teachable Machine's library, before the model: `x / 127 - 1`. Version 0.8.5 divides by 127, although
 * the code that Teachable Machine shows for Keras divides by 127.5.
 *
 * @see `capture` in https://github.com/googlecreativelab/teachablemachine-community/blob/master/libraries/image/src/utils/tf.ts
 */
export const TEACHABLE_MACHINE: Normalisation = {
  mean: [127, 127, 127],
  deviation: [127, 127, 127],
};
