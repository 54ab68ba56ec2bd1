import { describe, expect, test } from 'vitest';
import { endsOf, layersOf, outputLayerName, parseTopology } from './topology.ts';

const a = { class_name: 'ReLU', config: { name: 'a' } };
const b = { class_name: 'ReLU', config: { name: 'b' } };
const list = parseTopology({ class_name: 'Sequential', config: [a, b] });
const graph = parseTopology({
  class_name: 'Model',
  config: { name: 'm', layers: [a, b], output_layers: [['a', 0, 0]] },
  extra: 1,
});

describe('a topology', () => {
  test('has layers, whether its configuration is a list or an object', () => {
    expect([list, graph].map(layersOf)).toEqual([
      [a, b],
      [a, b],
    ]);
  });

  test('ends in the output layer that it names, or else in its last layer', () => {
    expect([list, graph].map(outputLayerName)).toEqual(['b', 'a']);
    expect(endsOf(graph, 'input_layers')).toBeUndefined();
    expect(endsOf(graph, 'output_layers')).toEqual(['a']);
  });

  test.each([null, 1, {}, { class_name: 'Model' }, { class_name: 'Sequential', config: [] }])(
    'is not %j',
    (json) => expect(() => parseTopology(json)).toThrow('it is not a layers model'),
  );
});
