import { rngAt } from '@sprout/core';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers'; // registers the gradients
import { beforeAll, describe, expect, test } from 'vitest';
import { normaliseBatch } from './normalise-batch.ts';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';

beforeAll(async () => {
  await startBackend('wasm', { threads: 1 });
  await startBackend('cpu', { threads: 1 });
}, 60_000);

type Normalise = (x: tf.Tensor, scale: tf.Tensor1D, offset: tf.Tensor1D) => tf.Tensor;

const epsilon = 1e-3;

/** Written out in tfjs' own operations, whose gradients tfjs knows. */
const written: Normalise = (x, scale, offset) => {
  const { mean, variance } = tf.moments(x, [0, 1, 2]);
  const normed = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(normed, scale), offset);
};

const ours: Normalise = (x, scale, offset) =>
  normaliseBatch(x, { scale, offset, epsilon, onMoments: () => undefined });

function values(name: string, shape: number[]): tf.Tensor {
  const rng = rngAt(0, ['normalise-batch', name]);
  return tf.tensor(
    new Float32Array(tf.util.sizeFromShape(shape)).map(() => rng.uniform(-1, 3)),
    shape,
  );
}

/** The output and the three gradients, as plain numbers. */
function results(normalise: Normalise): number[][] {
  const weights = values('weights', [3, 4, 5, 6]);
  const inputs = [values('x', [3, 4, 5, 6]), values('scale', [6]), values('offset', [6])];
  const output = normalise(inputs[0]!, inputs[1] as tf.Tensor1D, inputs[2] as tf.Tensor1D);
  const gradients = tf.grads((x, scale, offset) =>
    tf.mul(normalise(x, scale as tf.Tensor1D, offset as tf.Tensor1D), weights),
  )(inputs);
  return [output, ...gradients].map((result) => Array.from(result.dataSync()));
}

describe.each(['cpu', 'wasm'])('normaliseBatch on %s', (backend) => {
  test('has the output and the gradients of batch norm written out', () => {
    const expected = onBackend('cpu', () => results(written));
    onBackend(backend, () => results(ours)).forEach((result, which) => {
      const largest = Math.max(...expected[which]!.map(Math.abs));
      result.forEach((value, at) =>
        expect(Math.abs(value - expected[which]![at]!)).toBeLessThan(4e-6 * largest),
      );
    });
  });

  test('reports the moments over all axes but the last', () => {
    const moments: number[][] = [];
    onBackend(backend, () =>
      normaliseBatch(tf.tensor([1, 10, 3, 10, 8, 10], [3, 2]), {
        scale: undefined,
        offset: undefined,
        epsilon,
        onMoments: ({ mean, variance }) =>
          moments.push([...mean.dataSync()], [...variance.dataSync()]),
      }),
    );
    expect(moments[0]).toEqual([4, 10]);
    expect(moments[1]![0]).toBeCloseTo(26 / 3, 5);
    expect(moments[1]![1]).toBe(0);
  });
});
