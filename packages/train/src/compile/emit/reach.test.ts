import { describe, expect, test } from 'vitest';
import { chained } from '../../../test/emitted.ts';
import { weightLayout } from '../parts/weight-layout.ts';
import { reachOf } from './reach.ts';

const layers = chained([
  { name: 'images', kind: 'InputLayer', inputs: [] },
  { name: 'first', kind: 'Conv2D' },
  { name: 'relu', kind: 'Activation' },
  { name: 'side', kind: 'Conv2D', inputs: ['images'] },
  { name: 'sum', kind: 'Add', inputs: ['relu', 'side'] },
]);
const weights = ['first/kernel', 'side/kernel'].map((name) =>
  weightLayout({ name, shape: [1, 1, 3, 3], data: new Float32Array() }),
);

function reach(wrt: { weights?: string[]; layers?: string[] }) {
  const targets = { weights: new Set(wrt.weights), layers: new Set(wrt.layers) };
  const { outputs, through } = reachOf(layers, { wrt: targets, weights });
  return { outputs: [...outputs], through: [...through] };
}

describe('reachOf', () => {
  test('goes nowhere without targets', () => {
    expect(reach({})).toEqual({ outputs: [], through: [] });
  });

  test('goes through the layer of a weight, and all after it', () => {
    const after = ['first', 'relu', 'sum'];
    expect(reach({ weights: ['first/kernel'] })).toEqual({ outputs: after, through: after });
  });

  test('goes to the output of a layer, but not through it', () => {
    expect(reach({ layers: ['relu'] })).toEqual({ outputs: ['relu', 'sum'], through: ['sum'] });
  });

  test('goes through all layers for the images', () => {
    expect(reach({ layers: ['images'] }).through).toEqual(['first', 'relu', 'side', 'sum']);
  });

  test('goes through a fused convolution for the weights of its parts', () => {
    const [images, convolution, normalisation] = layers as [never, never, never]; // three of five
    const parts = { convolution, normalisation, activation: undefined, pooling: undefined };
    const fused = { ...layers[2]!, name: 'fused', layer: 'relu', inputs: ['images'], parts };
    const wrt = { weights: new Set(['first/kernel']), layers: new Set<string>() };
    expect([...reachOf([images, fused], { wrt, weights }).through]).toEqual(['fused']);
  });
});
