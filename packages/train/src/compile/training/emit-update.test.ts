import { describe, expect, test } from 'vitest';
import { onnxruntime } from '../../../test/onnxruntime-here.ts';
import { runGraph } from '../../../test/run-graph.ts';
import { GraphBuilder } from '../../graph/ir/graph-builder.ts';
import type { LayerRates } from '../../optimiser/layer-rates.ts';
import { type UpdateRuleOptions, updateRuleSchema } from '../../optimiser/optimiser-spec.ts';
import { emitUpdate } from './emit-update.ts';

/** The update of a matrix `[1, 2]` and a vector `[1]`. */
function update(optimiser: UpdateRuleOptions, rates?: LayerRates) {
  const graph = new GraphBuilder();
  const asked: string[] = [];
  const learned = [
    { name: 'dense/kernel', shape: [1, 2] },
    { name: 'dense/bias', shape: [1] },
  ].map(({ name, shape }) => ({
    name,
    weight: graph.input(name, shape),
    gradient: graph.input(`${name} gradient`, shape),
  }));
  const updated = emitUpdate(graph, learned, {
    optimiser: updateRuleSchema.parse(optimiser),
    rates,
    stateInput: (name, shape) => {
      asked.push(`${name} ${JSON.stringify(shape)}`);
      return graph.input(name, shape);
    },
  });
  for (const [name, value] of updated) graph.output(`new:${name}`, value);
  return { graph, asked, updated };
}

describe('emitUpdate', () => {
  test('gives new values to weights and slots, by their names', () => {
    const { updated, asked } = update({ name: 'adam' });
    expect([...updated].map(([name, { shape }]) => [name, shape])).toEqual([
      ['dense/kernel/m', [1, 2]],
      ['dense/kernel/v', [1, 2]],
      ['dense/kernel', [1, 2]],
      ['dense/bias/m', [1]],
      ['dense/bias/v', [1]],
      ['dense/bias', [1]],
    ]);
    expect(asked).toEqual([
      'dense/kernel/m [1,2]',
      'dense/kernel/v [1,2]',
      'dense/bias/m [1]',
      'dense/bias/v [1]',
    ]);
  });

  test('updates filters as a matrix, and keeps their shape', () => {
    const graph = new GraphBuilder();
    const filters = { name: 'conv/kernel', shape: [8, 4, 1, 1] };
    const weight = graph.input('conv/kernel', filters.shape);
    const learned = [{ name: 'conv/kernel', weight, gradient: graph.input('own', filters.shape) }];
    const updated = emitUpdate(graph, learned, {
      optimiser: updateRuleSchema.parse({ name: 'adam' }),
      stateInput: (name, shape) => graph.input(name, shape),
    });
    expect([...updated.values()].map(({ shape }) => shape)).toEqual(
      [0, 1, 2].map(() => [8, 4, 1, 1]),
    );
    const { nodes } = graph.finish('test');
    const shapes = nodes
      .filter(({ type }) => type === 'Mul')
      .map(({ outputs }) => outputs[0]!.shape);
    expect(new Set(shapes.map((shape) => shape.join()))).toEqual(new Set(['8,4']));
  });

  test('asks for no slots that the optimiser does not keep', () => {
    const { updated, asked } = update({ name: 'sgd' });
    expect([...updated.keys()]).toEqual(['dense/kernel', 'dense/bias']);
    expect(asked).toEqual([]);
  });

  test('has one learning rate and one step size for all weights', () => {
    const inputs = update({ name: 'sgd', momentum: 0.5 }).graph.finish('test').inputs;
    const scalars = inputs.filter(({ shape }) => shape.length === 0).map(({ name }) => name);
    expect(scalars).toEqual(['learningRate', 'stepSize']);
  });

  test('has both scalars as inputs without weights too', () => {
    const graph = new GraphBuilder();
    const optimiser = updateRuleSchema.parse({ name: 'sgd' });
    const stateInput = (name: string) => graph.input(name, []);
    expect(emitUpdate(graph, [], { optimiser, stateInput }).size).toBe(0);
    expect(graph.finish('test').inputs.map(({ name }) => name)).toEqual([
      'learningRate',
      'stepSize',
    ]);
  });
});

test.skipIf(onnxruntime === undefined)('a step with momentum moves each weight by its own', () => {
  const { graph } = update({ name: 'sgd', momentum: 0.5 });
  const results = runGraph(graph, {
    'dense/kernel': [1, 2],
    'dense/kernel gradient': [4, -8],
    'dense/kernel/velocity': [1, 0],
    'dense/bias': [3],
    'dense/bias gradient': [2],
    'dense/bias/velocity': [-1],
    learningRate: [0.25],
    stepSize: [0.25],
  });
  expect(results).toEqual({
    'new:dense/kernel/velocity': [-0.5, 2],
    'new:dense/kernel': [0.5, 4],
    'new:dense/bias/velocity': [-1],
    'new:dense/bias': [2],
  });
});

test.skipIf(onnxruntime === undefined)(
  'a factor multiplies the rate and the decay of a layer',
  () => {
    const values = {
      'dense/kernel': [1, 2],
      'dense/kernel gradient': [4, -8],
      'dense/kernel/m': [0, 0],
      'dense/kernel/v': [0, 0],
      'dense/bias': [3],
      'dense/bias gradient': [2],
      'dense/bias/m': [0],
      'dense/bias/v': [0],
    };
    const optimiser = { name: 'adamw', weightDecay: 0.5 } as const;
    const { graph: whole } = update(optimiser);
    const { graph: scaled } = update(optimiser, new Map([['dense', 0.25]]));
    const results = runGraph(scaled, { ...values, learningRate: [0.25], stepSize: [0.125] });
    const quarter = { learningRate: [0.0625], stepSize: [0.03125] };
    expect(results).toEqual(runGraph(whole, { ...values, ...quarter }));
  },
);

test('a factor of 1 leaves the graph as it is without rates', () => {
  const graphs = [undefined, new Map([['dense', 1]])].map((rates) => {
    const { graph } = update({ name: 'adam' }, rates);
    return graph.finish('test');
  });
  expect(graphs[1]).toEqual(graphs[0]);
});
