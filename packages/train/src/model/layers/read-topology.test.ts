import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { readTopology } from './read-topology.ts';

const INPUT = { class_name: 'InputLayer', config: { name: 'images' }, inbound_nodes: [] };

function layer(name: string, inputs: readonly string[], class_name = 'Add'): Json {
  return {
    class_name,
    name,
    config: { name },
    inbound_nodes: [inputs.map((to) => [to, 0, 0, {}])],
  };
}

function graph(layers: readonly Json[], outputs: readonly string[], inputs = ['images']): Json {
  const ends = (names: readonly string[]): Json => names.map((name) => [name, 0, 0]);
  return {
    class_name: 'Model',
    config: {
      layers: [INPUT, ...layers],
      input_layers: ends(inputs),
      output_layers: ends(outputs),
    },
  };
}

const names = (topology: Json): string[] => readTopology(topology).map(({ name }) => name);

describe('a sequential model', () => {
  const flatten = {
    class_name: 'Flatten',
    config: { name: 'flatten', batch_input_shape: [null, 2, 2, 1] },
  };
  const dense = { class_name: 'Dense', config: { name: 'classes', units: 2, trainable: false } };

  test('is a chain after an input layer, named as TensorFlow.js names it', () => {
    const layers = [flatten, dense];
    expect(readTopology({ class_name: 'Sequential', config: { name: 'model', layers } })).toEqual([
      {
        name: 'flatten_input',
        layer: 'flatten_input',
        kind: 'InputLayer',
        inputs: [],
        config: { name: 'flatten_input', batch_input_shape: [null, 2, 2, 1] },
        trainable: false,
      },
      {
        name: 'flatten',
        layer: 'flatten',
        kind: 'Flatten',
        inputs: ['flatten_input'],
        config: flatten.config,
        trainable: true,
      },
      {
        name: 'classes',
        layer: 'classes',
        kind: 'Dense',
        inputs: ['flatten'],
        config: dense.config,
        trainable: false,
      },
    ]);
  });

  test('keeps its own input layer', () => {
    const sequential = { class_name: 'Sequential', config: { layers: [INPUT, flatten] } };
    expect(readTopology(sequential).map(({ inputs }) => inputs)).toEqual([[], ['images']]);
  });

  test('may be a plain list of layers, as older Keras wrote it', () => {
    expect(names({ class_name: 'Sequential', config: [INPUT, flatten] })).toEqual([
      'images',
      'flatten',
    ]);
  });

  test('may contain a model, which is one node', () => {
    const inner = { class_name: 'Sequential', config: { name: 'inner', layers: [flatten] } };
    const nodes = readTopology({ class_name: 'Sequential', config: { layers: [inner, dense] } });
    expect(nodes.map(({ kind }) => kind)).toEqual(['InputLayer', 'Sequential', 'Dense']);
  });
});

describe('a graph of layers', () => {
  test('is listed with each layer after its inputs, whatever the order in the topology', () => {
    const layers = [
      layer('d', ['b', 'c']),
      layer('c', ['a']),
      layer('b', ['a']),
      layer('a', ['images']),
    ];
    expect(names(graph(layers, ['d']))).toEqual(['images', 'a', 'b', 'c', 'd']);
  });

  test('is listed without layers that the output does not depend on', () => {
    expect(names(graph([layer('a', ['images']), layer('b', ['a'])], ['a']))).toEqual([
      'images',
      'a',
    ]);
  });

  test('ends in its last layer if it names no outputs', () => {
    const layers = [INPUT, layer('a', ['images'])];
    expect(names({ class_name: 'Functional', config: { layers } })).toEqual(['images', 'a']);
  });
});

describe('is refused:', () => {
  test.each<[string, Json, string]>([
    ['no layers model', { class_name: 'Lambda', config: {} }, 'not a layers model'],
    [
      'a model without layers',
      { class_name: 'Sequential', config: { layers: [] } },
      'not a layers model',
    ],
    ['two outputs', graph([layer('a', ['images'])], ['a', 'images']), '1 inputs and 2 outputs'],
    [
      'two inputs',
      graph([layer('a', ['images'])], ['a'], ['images', 'a']),
      '2 inputs and 1 outputs',
    ],
    ['an output that does not exist', graph([layer('a', ['images'])], ['z']), 'has no layer z'],
    [
      'a layer without an input',
      graph([layer('a', [])], ['a']),
      'Layer a is not supported: it is connected to no input',
    ],
  ])('%s', (_, topology, reason) => {
    expect(() => readTopology(topology)).toThrow(reason);
  });
});
