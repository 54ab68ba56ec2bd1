import * as tf from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { agreesWithTfjs } from '../../../test/agrees-with-tfjs.ts';
import { emitted } from '../../../test/emitted.ts';

agreesWithTfjs('a dense layer', {
  'without bias': () => [tf.layers.flatten(), tf.layers.dense({ units: 5, useBias: false })],
  'after another one': () => [
    tf.layers.flatten(),
    tf.layers.dense({ units: 6, activation: 'relu' }),
    tf.layers.dense({ units: 3 }),
  ],
});

test('refuses images', () => {
  const dense = { name: 'wide', kind: 'Dense' };
  expect(() => emitted([dense], { weights: { 'wide/kernel': [3, 4] } })).toThrow(
    'Layer wide is not supported: a dense layer takes vectors here',
  );
});
