import * as tf from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { startBackend } from '../../engine/tfjs/backend/start-backend.ts';
import { CLASSES, disagreements } from '../../../test/disagreements.ts';
import { conv, relu } from '../../../test/layers.ts';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';

await startBackend('cpu', { threads: 1 });

describe.skipIf(onnxruntime === undefined)('a sum of layers', () => {
  it('agrees with tfjs where a layer has two users', async () => {
    const input = tf.input({ shape: [7, 9, 3] });
    const left = conv({ padding: 'same' }).apply(input) as tf.SymbolicTensor;
    const right = relu().apply(conv({ padding: 'same' }).apply(left)) as tf.SymbolicTensor;
    const sum = tf.layers.add().apply([left, right]) as tf.SymbolicTensor;
    const vector = tf.layers.flatten().apply(sum);
    const output = tf.layers.dense({ units: CLASSES, activation: 'softmax' }).apply(vector);
    const model = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    expect(await disagreements(model)).toEqual([]);
  });
});
