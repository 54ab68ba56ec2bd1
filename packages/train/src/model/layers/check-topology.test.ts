import type { Json } from '@sprout/core';
import { describe, expect, test } from 'vitest';
import { checkTopology } from './check-topology.ts';

const relu = (name: string) => ({ class_name: 'ReLU', config: { name } });
const sequential = (layers: readonly Json[], name = 'model') => ({
  class_name: 'Sequential',
  config: { name, layers },
});

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
    [
      'too many layers',
      sequential(Array.from({ length: 10_001 }, (_, at) => relu(`${at}`))),
      'more than 10000 layers',
    ],
    ['models nested too deeply', nested(5), 'nested deeper than 4'],
  ])('refuses %s', (_, topology, reason) => {
    expect(() => checkTopology(topology)).toThrow(reason);
  });

  test('accepts models nested to the limit', () => {
    expect(() => checkTopology(nested(4))).not.toThrow();
  });
});
