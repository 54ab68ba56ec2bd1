import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { connectionFault, inboundNames } from './connection-fault.ts';
import type { LayerTopology } from './topology.ts';

const layer = (name: string, inbound_nodes: Json): LayerTopology => ({
  class_name: 'Add',
  config: { name },
  inbound_nodes,
});
const from = (name: string, ...inputs: readonly string[]): LayerTopology =>
  layer(name, [inputs.map((input) => [input, 0, 0, {}])]);

describe('connectionFault', () => {
  test('finds nothing wrong with layers in any order, branches and loose ends', () => {
    expect(
      connectionFault([from('c', 'a', 'b'), from('b', 'a'), layer('a', []), from('d', 'a')]),
    ).toBeUndefined();
  });

  test('takes layers without connections: those of a sequential model', () => {
    expect(connectionFault([{ class_name: 'ReLU', config: { name: 'a' } }])).toBeUndefined();
  });

  test('names the layer that is connected to nothing', () => {
    expect(connectionFault([layer('a', []), from('b', 'z')])).toBe(
      'b is connected to z, which is not there',
    );
  });

  test.each([
    ['itself', [from('a', 'a')]],
    [
      'itself by way of others',
      [layer('x', []), from('a', 'x', 'c'), from('b', 'a'), from('c', 'b')],
    ],
  ])('finds a layer that is connected to %s', (_, layers) => {
    expect(connectionFault(layers)).toBe('a is connected to itself, by way of others');
  });

  test('checks thousands of layers in a row, written backwards', () => {
    const count = 3000;
    const row = Array.from({ length: count }, (_, at) =>
      at === 0 ? layer('0', []) : from(`${at}`, `${at - 1}`),
    );
    expect(connectionFault(row.toReversed())).toBeUndefined();
  });

  test.each<[string, Json]>([
    ['used twice', [[['x', 0, 0]], [['x', 0, 0]]]],
    ['on another node', [[['x', 1, 0]]]],
    ['on another tensor', [[['x', 0, 1]]]],
    ['in an object', [{ args: [] }].map((node) => [node])],
    ['in no list', 'x'],
  ])('does not know a layer that is connected %s', (_, nodes) => {
    expect(connectionFault([layer('x', []), layer('a', nodes)])).toBe(
      'a is connected in a way that is not known',
    );
  });
});

test('inboundNames lists the inputs in their order', () => {
  expect(inboundNames(from('a', 'y', 'x'))).toEqual(['y', 'x']);
});
