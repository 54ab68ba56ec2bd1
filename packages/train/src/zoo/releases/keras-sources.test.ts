import { describe, expect, test } from 'vitest';
import type { NamedTensor } from '../../tensor/named-tensor.ts';
import { kerasSources } from './keras-sources.ts';

const WEIGHTS = [
  { name: 'conv/kernel', shape: [3, 3, 3, 4] },
  { name: 'norm/gamma', shape: [4] },
  { name: 'norm/beta', shape: [4] },
  { name: 'norm/moving_mean', shape: [4] },
  { name: 'norm/moving_variance', shape: [4] },
  { name: 'deep/depthwise_kernel', shape: [3, 3, 4, 1] },
  { name: 'fire/1x1/kernel', shape: [1, 1, 4, 2] },
  { name: 'fire/1x1/bias', shape: [2] },
  { name: 'last/kernel', shape: [2, 5] },
  { name: 'last/bias', shape: [5] },
];

/** The names of the sources, for a file whose tensors have these names. */
function sourcesIn(...names: readonly string[]): readonly string[] {
  const given: readonly NamedTensor[] = names.map((name) => ({
    name,
    shape: [],
    data: new Float32Array(),
  }));
  return kerasSources(WEIGHTS, given).map(({ name }) => name);
}

describe('kerasSources finds', () => {
  test('weights by layer and role, in any order', () => {
    const names = [
      'conv/conv/kernel:0',
      'norm/norm/beta:0',
      'norm/norm/gamma:0',
      'norm/norm/moving_variance:0',
      'norm/norm/moving_mean:0',
      'deep/deep/kernel',
      'fire/1x1/fire/1x1/kernel:0',
      'fire/1x1/fire/1x1/bias:0',
      'last/last/kernel:0',
      'last/last/bias:0',
    ];
    const [kernel, beta, gamma, variance, mean, ...rest] = names;
    expect(sourcesIn(...names.toReversed())).toEqual([
      kernel,
      gamma,
      beta,
      mean,
      variance,
      ...rest,
    ]);
  });

  test('weights by layer and order where names tell no role, as in files of the first versions', () => {
    const names = [
      'fire/1x1/uniform2',
      'fire/1x1/fire/1x1_b',
      'last/last_W_1:0',
      'last/last_b_1:0',
    ];
    expect(sourcesIn(...names).slice(-4)).toEqual(names);
    expect(sourcesIn(...names).slice(0, 2)).toEqual(['conv/kernel', 'norm/gamma']); // missing
  });

  test('weights by their shapes where names tell no role and the order is another', () => {
    const tensor = (name: string, shape: readonly number[]) => ({
      name,
      shape,
      data: new Float32Array(),
    });
    const given = [tensor('last/a_b', [5]), tensor('last/uniform9', [2, 5])];
    const names = kerasSources(WEIGHTS, given).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(['last/uniform9', 'last/a_b']);
  });

  test('weights by class and number in files of Keras 3', () => {
    expect(sourcesIn('layers/conv2d/vars/0')).toEqual([
      'layers/conv2d/vars/0',
      'layers/batch_normalization/vars/0',
      'layers/batch_normalization/vars/1',
      'layers/batch_normalization/vars/2',
      'layers/batch_normalization/vars/3',
      'layers/depthwise_conv2d/vars/0',
      'layers/conv2d_1/vars/0',
      'layers/conv2d_1/vars/1',
      'layers/dense/vars/0',
      'layers/dense/vars/1',
    ]);
  });

  test('weights by their order where no layer has its name', () => {
    const names = WEIGHTS.map((_, at) => `param_${at}`);
    expect(sourcesIn(...names)).toEqual(names);
  });
});
