import { describe, expect, test } from 'vitest';
import { readTopology } from '../model/layers/read-topology.ts';
import { smallNet } from '../../test/small-net.ts';
import { compileGradient } from './compile-gradient.ts';
import { weightLayout } from './parts/weight-layout.ts';

const { topology, weights, input } = smallNet();
const layers = readTopology(topology);

function compiled(layer: string, wrt?: string, taken: string[] = []) {
  return compileGradient(layers, {
    input,
    weights: weights.map(weightLayout),
    numbers: (name) => {
      taken.push(name);
      return weights.find((weight) => weight.name === name)!.data; // one of the net
    },
    terms: [{ layer, form: 'linear' }],
    wrt,
    count: 2,
  });
}

describe('compileGradient', () => {
  test('has the shape of the images, or of the layer', () => {
    expect(compiled('classes')!.shape).toEqual([2, 8, 9, 3]);
    expect(compiled('classes', 'max')!.shape).toEqual([2, 4, 4, 5]);
    expect(compiled('classes', 'pooled')!.shape).toEqual([2, 4]);
  });

  test('takes only the weights that lead to the objective', () => {
    const taken: string[] = [];
    compiled('relu', undefined, taken);
    expect(new Set(taken.map((name) => name.split('/')[0]))).toEqual(new Set(['conv', 'norm']));
  });

  test('is undefined where the objective does not depend on the layer', () => {
    expect(compiled('max', 'classes')).toBeUndefined();
  });
});
