import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { checkTopology } from './check-topology.ts';

const relu = (name: string) => ({ class_name: 'ReLU', config: { name } });
const sequential = (layers: readonly Json[], name = 'model') => ({
  class_name: 'Sequential',
  config: { name, layers },
});

const row = (count: number) => Array.from({ length: count }, (_, at) => relu(`${at}`));

/** Models nested `depth` times. */
function nested(depth: number): ReturnType<typeof sequential> {
  return sequential([depth === 0 ? relu('relu') : nested(depth - 1)], `model${depth}`);
}

describe('checkTopology', () => {
  test('returns a topology of known layers itself', () => {
    const topology = sequential([relu('a'), relu('b')]);
    expect(checkTopology(topology)).toBe(topology);
  });

  test.each<[string, Json, string]>([
    [
      'an unknown class',
      sequential([{ class_name: 'Lambda', config: { name: 'x' } }]),
      'Layer x is not supported: Lambda is not a known class',
    ],
    [
      'a name that is used twice',
      sequential([relu('a'), relu('a')]),
      'Layer a is not supported: its name is used twice',
    ],
    [
      'an unknown class in a model inside',
      sequential([sequential([{ class_name: 'Lambda', config: { name: 'x' } }], 'inner')]),
      'Lambda',
    ],
    [
      'a layer without a name',
      sequential([{ class_name: 'ReLU', config: {} }]),
      'not a layers model',
    ],
    ['too many layers', sequential(row(2001)), 'it has 2001 layers; at most 2000 are allowed'],
    [
      'too many layers in the models inside',
      sequential([sequential(row(1000), 'first'), sequential(row(1000), 'second')]),
      'it has 2002 layers; at most 2000 are allowed',
    ],
    ['models nested too deeply', nested(5), 'nested deeper than 4'],
    [
      'a topology of too many values',
      { ...sequential([relu('a')]), extra: Array.from({ length: 500_000 }, () => 0) },
      'its topology has more than 500000 values',
    ],
    [
      'a layer with a long list',
      sequential([{ class_name: 'Reshape', config: { name: 'r', target_shape: row(17) } }]),
      'Layer r is not supported: its target_shape has 17 entries; at most 16 are allowed',
    ],
  ])('refuses %s', (_, topology, reason) => {
    expect(() => checkTopology(topology)).toThrow(reason);
  });

  test('accepts as many layers as the limit', () => {
    expect(() => checkTopology(sequential(row(2000)))).not.toThrow();
  });

  test('accepts models nested to the limit', () => {
    expect(() => checkTopology(nested(4))).not.toThrow();
  });
});
