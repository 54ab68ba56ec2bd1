import { describe, expect, test } from 'vitest';
import { chained, type ChainedLayer } from '../../../test/emitted.ts';
import { fuseConvolutions } from './fuse-convolutions.ts';

const images: ChainedLayer = { name: 'images', kind: 'InputLayer', inputs: [] };
const conv: ChainedLayer = { name: 'conv', kind: 'Conv2D' };
const norm: ChainedLayer = { name: 'norm', kind: 'BatchNormalization' };
const relu: ChainedLayer = { name: 'relu', kind: 'Activation', config: { activation: 'relu' } };
const pool: ChainedLayer = { name: 'pool', kind: 'MaxPooling2D' };
const end: ChainedLayer = { name: 'end', kind: 'Flatten' };

function fused(...layers: ChainedLayer[]) {
  return fuseConvolutions(chained([images, ...layers])).map(({ name, inputs, parts }) => ({
    name,
    inputs,
    parts: Object.values(parts ?? {}).flatMap((part) => part?.name ?? []),
  }));
}

describe('fuseConvolutions', () => {
  test('joins convolution, normalisation, activation and pooling under the name of the last', () => {
    expect(fused(conv, norm, relu, pool, end).slice(1)).toEqual([
      { name: 'pool', inputs: ['images'], parts: ['conv', 'norm', 'relu', 'pool'] },
      { name: 'end', inputs: ['pool'], parts: [] },
    ]);
  });

  test('joins a depthwise convolution with its normalisation', () => {
    const depthwise = { ...conv, kind: 'DepthwiseConv2D' };
    expect(fused(depthwise, norm, end)[1]).toMatchObject({ parts: ['conv', 'norm'] });
  });

  test('needs neither activation nor pooling', () => {
    expect(fused(conv, norm, end)[1]).toMatchObject({ name: 'norm', parts: ['conv', 'norm'] });
    expect(fused(conv, norm, pool)[1]).toMatchObject({ parts: ['conv', 'norm', 'pool'] });
  });

  test('stops before a softmax, which does not commute with a maximum', () => {
    const softmax = { ...relu, config: { activation: 'softmax' } };
    expect(fused(conv, norm, softmax, pool)[1]).toMatchObject({ parts: ['conv', 'norm'] });
  });

  test('folds a frozen normalisation into its convolution, trainable or not', () => {
    for (const trainable of [true, false]) {
      const layers = [{ ...conv, trainable }, { ...norm, trainable: false }, relu, pool];
      const [, folded, ...others] = fuseConvolutions(chained([images, ...layers]));
      expect(folded).toMatchObject({ kind: 'FoldedConvolution', name: 'norm', trainable });
      expect(others.map(({ name }) => name)).toEqual(['relu', 'pool']);
    }
  });

  test('leaves a frozen convolution with a trainable normalisation apart', () => {
    const frozen = fused({ ...conv, trainable: false }, norm, relu);
    expect(frozen.map(({ name }) => name)).toEqual(['images', 'conv', 'norm', 'relu']);
  });

  test('ends where an output has a second user', () => {
    const both = { name: 'sum', kind: 'Add', inputs: ['relu', 'norm'] };
    expect(fused(conv, norm, relu, both)[1]).toMatchObject({
      name: 'norm',
      parts: ['conv', 'norm'],
    });
    const raw = { name: 'sum', kind: 'Add', inputs: ['norm', 'conv'] };
    expect(fused(conv, norm, raw).every(({ parts }) => parts.length === 0)).toBe(true);
  });
});
