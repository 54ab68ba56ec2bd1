import { describe, expect, test } from 'vitest';
import type { LayerNode } from './layer-node.ts';
import { truncate } from './truncate.ts';

const node = (name: string, ...inputs: readonly string[]): LayerNode => ({
  name,
  layer: name,
  kind: 'Add',
  inputs,
  config: {},
  trainable: true,
});
const NET = [node('x'), node('a', 'x'), node('b', 'a'), node('c', 'a', 'b'), node('head', 'c')];
const names = (nodes: readonly LayerNode[]): string[] => nodes.map(({ name }) => name);

describe('truncate', () => {
  test('keeps the named layer and all layers that it depends on', () => {
    expect(names(truncate(NET, 'b'))).toEqual(['x', 'a', 'b']);
    expect(names(truncate(NET, 'head'))).toEqual(['x', 'a', 'b', 'c', 'head']);
  });

  test('puts each layer after its inputs', () => {
    expect(names(truncate(NET.toReversed(), 'head'))).toEqual(['x', 'a', 'b', 'c', 'head']);
  });

  test('accepts as many layers in a row as a topology may have', () => {
    const row = Array.from({ length: 10_000 }, (_, at) =>
      at === 0 ? node('0') : node(`${at}`, `${at - 1}`),
    );
    expect(truncate(row, '9999')).toEqual(row);
  });

  test('names a layer that does not exist', () => {
    expect(() => truncate(NET, 'd')).toThrow('it has no layer d');
  });
});
