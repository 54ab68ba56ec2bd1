import { rngAt } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { initialWeight } from './initial-weight.ts';

describe('initialWeight', () => {
  const moments = (data: Float32Array): readonly [number, number] => {
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    return [mean, data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length];
  };

  test('draws its numbers at the address of the weight', () => {
    const { data } = initialWeight('classes/kernel', [2, 4], 7);
    const rng = rngAt(7, ['initialise', 'classes/kernel']);
    expect(data).toEqual(Float32Array.from({ length: 8 }, () => rng.uniform(-1, 1)));
  });

  test('gives convolutions the variance of He: 2 / inputs', () => {
    const [mean, variance] = moments(initialWeight('a/kernel', [3, 3, 16, 64], 0).data);
    expect(Math.abs(mean)).toBeLessThan(0.005);
    expect(variance / (2 / 144)).toBeCloseTo(1, 1);
    const [, depthwise] = moments(initialWeight('a/depthwise_kernel', [3, 3, 512, 1], 0).data);
    expect(depthwise / (2 / 9)).toBeCloseTo(1, 1);
  });

  test('gives dense layers the limits of Glorot: sqrt(6 / (inputs + outputs))', () => {
    const { data } = initialWeight('a/kernel', [100, 50], 0);
    expect(Math.max(...data)).toBeLessThanOrEqual(0.2);
    expect(Math.max(...data)).toBeGreaterThan(0.199);
    expect(Math.min(...data)).toBeLessThan(-0.199);
  });

  test('starts biases at 0 and batch norm as the identity', () => {
    const of = (name: string): number[] => [...initialWeight(name, [2], 0).data];
    expect(['a/bias', 'a/beta', 'a/moving_mean'].map(of)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(['a/gamma', 'a/moving_variance'].map(of)).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});
