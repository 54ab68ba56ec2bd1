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
  test('accepts layers in any order, branches and layers without consumers', () => {
    expect(
      connectionFault([from('c', 'a', 'b'), from('b', 'a'), layer('a', []), from('d', 'a')]),
    ).toBeUndefined();
  });

  test('accepts layers without connections, as in a sequential model', () => {
    expect(connectionFault([{ class_name: 'ReLU', config: { name: 'a' } }])).toBeUndefined();
  });

  test('names a layer that is connected to a missing one', () => {
    expect(connectionFault([layer('a', []), from('b', 'z')])).toBe(
      'b is connected to z, which does not exist',
    );
  });

  test.each([
    ['itself', [from('a', 'a')]],
    [
      'itself through other layers',
      [layer('x', []), from('a', 'x', 'c'), from('b', 'a'), from('c', 'b')],
    ],
  ])('finds a layer that is connected to %s', (_, layers) => {
    expect(connectionFault(layers)).toBe('a is in a cycle of layers');
  });

  test('accepts a long row of layers, listed backwards, in linear time', () => {
    const count = 50_000;
    const row = Array.from({ length: count }, (_, at) =>
      at === 0 ? layer('0', []) : from(`${at}`, `${at - 1}`),
    );
    const start = performance.now();
    expect(connectionFault(row.toReversed())).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test.each<[string, Json]>([
    ['used twice', [[['x', 0, 0]], [['x', 0, 0]]]],
    ['on another node', [[['x', 1, 0]]]],
    ['on another tensor', [[['x', 0, 1]]]],
    ['in an object', [{ args: [] }].map((node) => [node])],
    ['in no list', 'x'],
  ])('refuses a connection %s', (_, nodes) => {
    expect(connectionFault([layer('x', []), layer('a', nodes)])).toBe(
      'a has connections of an unknown form',
    );
  });
});

test('inboundNames lists the inputs in their order', () => {
  expect(inboundNames(from('a', 'y', 'x'))).toEqual(['y', 'x']);
});
