import { describe, expect, test } from 'vitest';
import { GraphBuilder, type Value } from '../../graph/ir/graph-builder.ts';
import { chained } from '../../../test/emitted.ts';
import { propagate } from './propagate.ts';

const layers = chained([
  { name: 'images', kind: 'InputLayer', inputs: [] },
  { name: 'left', kind: 'Activation' },
  { name: 'right', kind: 'Activation', inputs: ['images'] },
  { name: 'sum', kind: 'Add', inputs: ['left', 'right'] },
]);

/** Calls recorded layers backwards; each passes its gradient on to all of its inputs. */
function propagated(outputs: string[], outputGradients: string[], targets: string[]) {
  const graph = new GraphBuilder();
  const called: string[] = [];
  const tape = layers.map((layer) => ({
    layer,
    backward: (gradient: Value) => {
      called.push(layer.name);
      return layer.inputs.map(() => gradient);
    },
  }));
  const reached = new Set(outputs);
  const found = propagate(graph, tape, {
    outputGradients: new Map(outputGradients.map((name) => [name, graph.input(name, [2, 3])])),
    reach: { outputs: reached, through: new Set(outputs.filter((name) => name !== 'images')) },
    targets: new Set(targets),
  });
  return { called, found, types: graph.finish('test').nodes.map(({ type }) => type) };
}

const ALL = ['images', 'left', 'right', 'sum'];

describe('propagate', () => {
  test('calls layers from last to first, and sums where an output has two users', () => {
    const { called, found, types } = propagated(ALL, ['sum'], ['images']);
    expect(called).toEqual(['sum', 'right', 'left']);
    expect(types).toEqual(['Add']);
    expect([...found.keys()]).toEqual(['images']);
  });

  test('does not go to inputs that need no gradient', () => {
    const { called, types } = propagated(['left', 'sum'], ['sum'], ['left']);
    expect(called).toEqual(['sum', 'left']);
    expect(types).toEqual([]);
  });

  test('starts where it is told to', () => {
    const { called, found } = propagated(ALL, ['right'], ['right', 'left']);
    expect(called).toEqual(['right']);
    expect([...found.keys()]).toEqual(['right']);
  });
});
