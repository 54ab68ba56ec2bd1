import { describe, expect, test } from 'vitest';
import { layersOf, parseTopology } from '../../../model/layers/topology.ts';
import { splitTopologyActivations } from './split-topology-activations.ts';
import { splitOutput } from './split-output.ts';

const dense = (name: string, activation: string) => ({
  class_name: 'Dense',
  config: { name, units: 2, activation },
});

const chain = parseTopology({
  class_name: 'Sequential',
  config: { name: 'chain', layers: [dense('first', 'relu'), dense('last', 'softmax')] },
});

const graph = parseTopology({
  class_name: 'Model',
  config: {
    name: 'graph',
    layers: [
      { name: 'in', class_name: 'InputLayer', config: { name: 'in' }, inbound_nodes: [] },
      { name: 'a', ...dense('a', 'tanh'), inbound_nodes: [[['in', 0, 0, {}]]] },
      { name: 'b', ...dense('b', 'linear'), inbound_nodes: [[['a', 0, 0, {}]]] },
      {
        name: 'sum',
        class_name: 'Add',
        config: { name: 'sum' },
        inbound_nodes: [
          [
            ['a', 0, 0, {}],
            ['b', 0, 0, {}],
          ],
        ],
      },
    ],
    input_layers: [['in', 0, 0]],
    output_layers: [['sum', 0, 0]],
  },
});

function summary(topology: typeof chain) {
  return layersOf(topology).map(({ config }) => [config.name, config['activation']]);
}

describe('splitTopologyActivations', () => {
  test('adds an activation layer after each layer with an activation', () => {
    const { topology, outputOf } = splitTopologyActivations(chain);
    expect(summary(topology)).toEqual([
      ['first', 'linear'],
      ['first.activation', 'relu'],
      ['last', 'linear'],
      ['last.activation', 'softmax'],
    ]);
    expect(outputOf('first')).toBe('first.activation');
  });

  test('connects the users of a layer to its activation', () => {
    const { topology, outputOf } = splitTopologyActivations(graph);
    const connections = layersOf(topology).map((layer) => [layer['name'], layer['inbound_nodes']]);
    const activated = ['a.activation', 0, 0, {}];
    expect(connections).toEqual([
      ['in', []],
      ['a', [[['in', 0, 0, {}]]]],
      ['a.activation', [[['a', 0, 0, {}]]]],
      ['b', [[activated]]],
      ['sum', [[activated, ['b', 0, 0, {}]]]],
    ]);
    expect(outputOf('b')).toBe('b');
  });

  test('moves the output of the model with its layer', () => {
    const layers = [...layersOf(graph)];
    const config = { name: 'graph', layers, output_layers: [['a', 0, 0]] };
    const ends = parseTopology({ class_name: 'Model', config });
    expect(splitTopologyActivations(ends).topology.config).toMatchObject({
      output_layers: [['a.activation', 0, 0]],
    });
  });

  test('chooses a name that no layer has', () => {
    const layers = [dense('first', 'relu'), dense('first.activation', 'linear')];
    const taken = parseTopology({ class_name: 'Sequential', config: { name: 'taken', layers } });
    expect(splitTopologyActivations(taken).outputOf('first')).toBe('first.activation.');
  });
});

describe('splitOutput', () => {
  test('splits the last layer only', () => {
    const { topology, output } = splitOutput(chain);
    expect(summary(topology).map(([name]) => name)).toEqual(['first', 'last', 'last.activation']);
    expect(output).toBe('last.activation');
  });

  test('takes a softmax layer as it is', () => {
    const layers = [dense('first', 'relu'), { class_name: 'Softmax', config: { name: 'shares' } }];
    const apart = parseTopology({ class_name: 'Sequential', config: { name: 'apart', layers } });
    expect(splitOutput(apart)).toMatchObject({
      output: 'shares',
      activation: 'softmax',
      topology: apart,
    });
  });

  test('refuses a model that does not end in a softmax', () => {
    expect(() => splitOutput(graph)).toThrow('Layer sum is not supported: a model that is trained');
  });
});
