import { rngAt } from '@sprout/core';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers'; // registers the gradients
import { beforeAll, describe, expect, test } from 'vitest';
import { onBackend } from '../backend/on-backend.ts';
import { startBackend } from '../backend/start-backend.ts';

beforeAll(async () => {
  await startBackend('wasm', { threads: 1 });
  await startBackend('cpu', { threads: 1 });
}, 60_000);

/** Numbers from -1 to 1 that belong to a name. */
function values(name: string, shape: readonly number[]): tf.Tensor {
  const rng = rngAt(0, ['wasm-kernels', name]);
  const data = new Float32Array(tf.util.sizeFromShape([...shape])).map(() => rng.uniform(-1, 1));
  return tf.tensor(data, [...shape]);
}

/** The largest difference between the two backends, as a share of the largest number. */
function difference(work: () => tf.Tensor): number {
  const [cpu, wasm] = (['cpu', 'wasm'] as const).map((backend) =>
    onBackend(backend, () => Float32Array.from(work().dataSync())),
  );
  expect(wasm).toHaveLength(cpu!.length);
  const largest = cpu!.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(largest).toBeGreaterThan(0);
  return (
    cpu!.reduce((most, value, at) => Math.max(most, Math.abs(value - wasm![at]!)), 0) / largest
  );
}

const GEOMETRIES = [
  { side: [9, 11], kernel: [3, 3], stride: 1, pad: 'same' },
  { side: [9, 11], kernel: [3, 3], stride: 1, pad: 'valid' },
  { side: [10, 9], kernel: [3, 3], stride: 2, pad: 'same' },
  { side: [10, 9], kernel: [3, 3], stride: 2, pad: 'valid' },
  { side: [8, 8], kernel: [1, 1], stride: 1, pad: 'same' },
  { side: [9, 8], kernel: [1, 1], stride: 2, pad: 'same' },
  { side: [12, 7], kernel: [5, 2], stride: 3, pad: 'same' },
] as const;

describe.each(GEOMETRIES)(
  '$kernel over $side, stride $stride, $pad',
  ({ side, kernel, stride, pad }) => {
    const images = (): tf.Tensor4D => values('images', [2, ...side, 5]) as tf.Tensor4D;

    test('conv2DBackpropFilter agrees with cpu', () => {
      const filter = values('filter', [...kernel, 5, 6]) as tf.Tensor4D;
      const gradient = tf.grad((f) => {
        const output = tf.conv2d(images(), f as tf.Tensor4D, stride, pad);
        return tf.mul(output, values('weights', output.shape));
      });
      expect(difference(() => gradient(filter))).toBeLessThan(2e-6);
    });

    test('conv2DBackpropInput agrees with cpu', () => {
      const filter = values('filter', [...kernel, 5, 6]) as tf.Tensor4D;
      const gradient = tf.grad((x) => {
        const output = tf.conv2d(x as tf.Tensor4D, filter, stride, pad);
        return tf.mul(output, values('weights', output.shape));
      });
      expect(difference(() => gradient(images()))).toBeLessThan(2e-6);
    });

    test.each([1, 2])('the depthwise gradients agree with cpu, multiplier %i', (multiplier) => {
      const filter = values('filter', [...kernel, 5, multiplier]) as tf.Tensor4D;
      const gradient = tf.grads((x, f) => {
        const output = tf.depthwiseConv2d(x as tf.Tensor4D, f as tf.Tensor4D, stride, pad);
        return tf.mul(output, values('weights', output.shape));
      });
      expect(difference(() => gradient([images(), filter])[0]!)).toBeLessThan(2e-6);
      expect(difference(() => gradient([images(), filter])[1]!)).toBeLessThan(2e-6);
    });

    test('MaxPoolGrad agrees with cpu where maxima are negative too', () => {
      const gradient = tf.grad((x) => {
        const output = tf.maxPool(x as tf.Tensor4D, [...kernel], stride, pad);
        return tf.mul(output, values('weights', output.shape));
      });
      expect(difference(() => gradient(tf.sub(images(), 0.9)))).toBeLessThan(2e-7);
    });
  },
);

describe('BatchMatMul', () => {
  test.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])('agrees with cpu, transposed %s and %s', (transposeA, transposeB) => {
    for (const outer of [[], [1], [3]]) {
      const a = values('a', [...outer, ...(transposeA ? [17, 5] : [5, 17])]);
      const b = values('b', [...outer, ...(transposeB ? [7, 17] : [17, 7])]);
      expect(difference(() => tf.matMul(a, b, transposeA, transposeB))).toBeLessThan(2e-6);
    }
  });
});

test('UnsortedSegmentSum agrees with cpu and drops segments out of range', () => {
  const segments = tf.tensor1d([2, 0, 2, -1, 1, 9], 'int32');
  const rows = values('rows', [6, 4]);
  expect(difference(() => tf.unsortedSegmentSum(rows, segments, 3))).toBeLessThan(2e-6);
});

test.each([[[0]], [[0, 1]], [[0, 1, 2]], [[1]], [[1, 2]], [[3]], [[0, 2]]])(
  'sum over the axes %j agrees with cpu',
  (axes) => {
    const images = values('images', [2, 5, 6, 4]);
    expect(difference(() => tf.sum(images, axes))).toBeLessThan(2e-6);
    expect(difference(() => tf.sum(images, axes, true))).toBeLessThan(2e-6);
  },
);

test('the other gradients that a classifier needs agree with cpu', () => {
  const rows = values('rows', [6, 4]) as tf.Tensor2D;
  const images = values('images', [2, 5, 6, 4]) as tf.Tensor4D;
  const loss = (x: tf.Tensor): tf.Tensor => tf.mul(tf.logSoftmax(x), values('weights', x.shape));
  expect(difference(() => tf.grad(loss)(rows))).toBeLessThan(2e-6);
  const mean = (x: tf.Tensor): tf.Tensor => tf.mul(tf.mean(x, [1, 2]), values('weights', [2, 4]));
  expect(difference(() => tf.grad(mean)(images))).toBeLessThan(2e-6);
  const relu = (x: tf.Tensor): tf.Tensor => tf.mul(tf.relu(x), values('weights', x.shape));
  expect(difference(() => tf.grad(relu)(images))).toBe(0);
});
