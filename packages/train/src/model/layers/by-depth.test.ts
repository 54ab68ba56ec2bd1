import { describe, expect, test } from 'vitest';
import { byDepth } from './by-depth.ts';
import type { LayerNode } from './layer-node.ts';

const node = (name: string, ...inputs: readonly string[]): LayerNode => ({
  name,
  layer: name,
  kind: 'Add',
  inputs,
  config: {},
  trainable: true,
});
const order = (...nodes: readonly LayerNode[]): string[] => byDepth(nodes).map(({ name }) => name);

describe('byDepth', () => {
  test('lists a chain as it is', () => {
    expect(order(node('x'), node('a', 'x'), node('b', 'a'))).toEqual(['x', 'a', 'b']);
  });

  test('lists two branches side by side, by their distance from the output', () => {
    const [x, sum] = [node('x'), node('sum', 'a2', 'b')];
    expect(order(x, node('a1', 'x'), node('a2', 'a1'), node('b', 'x'), sum)).toEqual([
      'x',
      'a1',
      'a2',
      'b',
      'sum',
    ]);
  });

  test('lists layers of one depth in the order of the inputs of their consumer', () => {
    const [x, sum] = [node('x'), node('sum', 'b', 'a')];
    expect(order(x, node('a', 'x'), node('b', 'x'), sum)).toEqual(['x', 'b', 'a', 'sum']);
  });
});
