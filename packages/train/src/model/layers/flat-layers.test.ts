import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { flatLayers } from './flat-layers.ts';
import { readTopology } from './read-topology.ts';

const layer = (class_name: string, name: string, config: Record<string, Json> = {}) => ({
  class_name,
  config: { name, ...config },
});
const sequential = (name: string, layers: Json[]) => layer('Sequential', name, { layers });
const SHAPE = { batch_input_shape: [null, 4, 4, 3] };

/** A model of two branches. */
const branches = {
  class_name: 'Model',
  config: {
    name: 'inner',
    layers: [
      { ...layer('InputLayer', 'in', SHAPE), inbound_nodes: [] },
      { ...layer('ReLU', 'left'), inbound_nodes: [[['in', 0, 0, {}]]] },
      { ...layer('ELU', 'right'), inbound_nodes: [[['in', 0, 0, {}]]] },
      {
        ...layer('Add', 'sum'),
        inbound_nodes: [
          [
            ['left', 0, 0, {}],
            ['right', 0, 0, {}],
          ],
        ],
      },
    ],
    input_layers: [['in', 0, 0]],
    output_layers: [['sum', 0, 0]],
  },
};

function flat(topology: Json) {
  return flatLayers(readTopology(topology)).map(({ name, inputs }) =>
    [name, ...inputs].join(' < '),
  );
}

describe('flatLayers', () => {
  test('puts the layers of models inside models in their place', () => {
    const base = sequential('base', [branches, layer('GlobalAveragePooling2D', 'pool')]);
    const head = sequential('head', [layer('Dense', 'dense', { batch_input_shape: [null, 3] })]);
    expect(flat(sequential('outer', [base, head]))).toEqual([
      'base_input',
      'left < base_input',
      'right < base_input',
      'sum < left < right',
      'pool < sum',
      'dense < pool',
    ]);
  });

  test('gives the shape of the inner input to an input without a shape', () => {
    const [input] = flatLayers(readTopology(sequential('outer', [branches])));
    expect(input!.config).toMatchObject(SHAPE);
  });

  test('leaves a list without models as it is', () => {
    const layers = readTopology(branches);
    expect(flatLayers(layers)).toEqual(layers);
  });

  test('refuses two layers of one name', () => {
    const twice = sequential('outer', [
      branches,
      sequential('head', [layer('ReLU', 'left', SHAPE)]),
    ]);
    expect(() => flat(twice)).toThrow('Layer left');
  });
});
