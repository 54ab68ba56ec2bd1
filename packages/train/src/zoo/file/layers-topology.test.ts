import type { Json } from '@sprout/core';
import { describe, expect, it } from 'vitest';
import { readTopology } from '../../model/layers/read-topology.ts';
import { layersTopology } from './layers-topology.ts';

const tensor = (name: string): Json => ({
  class_name: '__keras_tensor__',
  config: { shape: [null, 2], dtype: 'float32', keras_history: [name, 0, 0] },
});

/** A layer as Keras 3 writes it. */
const layer = (kind: string, name: string, inputs: Json[], config: Record<string, Json> = {}) => ({
  module: 'keras.layers',
  class_name: kind,
  config: { name, dtype: { class_name: 'DTypePolicy' }, ...config },
  name,
  inbound_nodes: inputs.length === 0 ? [] : [{ args: inputs, kwargs: { mask: null } }],
});

const KERAS_3 = {
  module: 'keras.src.models.functional',
  class_name: 'Functional',
  config: {
    name: 'small',
    layers: [
      layer('InputLayer', 'photo', [], { batch_shape: [null, 4, 4, 3], optional: false }),
      layer('ReLU', 'relu', [tensor('photo')]),
      layer('Add', 'sum', [[tensor('relu'), tensor('photo')]]),
    ],
    input_layers: ['photo', 0, 0],
    output_layers: ['sum', 0, 0],
  },
};

describe('the topology in a model file', () => {
  it('of Keras 3 has connections and shapes in the form of Keras 2', () => {
    const layers = readTopology(layersTopology(KERAS_3));
    expect(layers.map(({ name, inputs }) => [name, inputs])).toEqual([
      ['photo', []],
      ['relu', ['photo']],
      ['sum', ['relu', 'photo']],
    ]);
    expect(layers[0]!.config).toEqual({ name: 'photo', batch_input_shape: [null, 4, 4, 3] });
  });

  it('of a sequential model in a sequential model is changed at both levels', () => {
    const inner = {
      class_name: 'Sequential',
      config: { name: 'inner', layers: [layer('Dense', 'dense', [], { units: 2 })] },
    };
    const outer = {
      class_name: 'Sequential',
      config: {
        name: 'outer',
        layers: [layer('InputLayer', 'photo', [], { batch_shape: [null, 3] }), inner],
      },
    };
    const layers = readTopology(layersTopology(outer));
    expect(layers[1]!.config['layers']).toEqual([
      {
        class_name: 'Dense',
        config: { name: 'dense', units: 2 },
        name: 'dense',
        inbound_nodes: [],
      },
    ]);
  });

  it.each(['modelTopology', 'model_config'])('may lie in a field %s', (field) => {
    expect(layersTopology({ keras_version: '2.1', [field]: KERAS_3 })).toEqual(
      layersTopology(KERAS_3),
    );
  });

  it('has no initialisers, and no settings that only Keras knows', () => {
    const config = {
      units: 3,
      kernel_initializer: { class_name: 'Zeros' },
      quantization_config: null,
    };
    const model = { class_name: 'Sequential', config: [layer('Dense', 'dense', [], config)] };
    expect(layersTopology(model)).toMatchObject({
      config: [{ config: { name: 'dense', units: 3 } }],
    });
    expect(JSON.stringify(layersTopology(model))).not.toMatch(/Zeros|quantization|DType/);
  });

  it.each<Json>([
    null,
    7,
    [],
    {},
    { class_name: 'Functional' },
    { class_name: 'Functional', config: 3 },
    { class_name: 'Functional', config: { layers: [null, { class_name: 1, config: 2 }] } },
  ])('of an unknown form is refused: %j', (model) => {
    expect(() => readTopology(layersTopology(model))).toThrow('The model is not supported');
  });
});
