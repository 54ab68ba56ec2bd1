import { describe, expect, test } from 'vitest';
import { readTopology } from '../model/layers/read-topology.ts';
import { optimiserSchema } from '../optimiser/optimiser-spec.ts';
import { smallNet } from '../../test/small-net.ts';
import { compileTraining } from './compile-training.ts';
import { weightLayout } from './parts/weight-layout.ts';

const { topology, weights, input } = smallNet();
const layers = readTopology(topology);
const options = { input, weights: weights.map(weightLayout), count: 2 };

describe('compileTraining', () => {
  test('takes and renews all weights, and the slots of those that have gradients', () => {
    const optimiser = optimiserSchema.parse({ name: 'sgd', momentum: 0.9 });
    const { stateInputs, updated, classes } = compileTraining(layers, { ...options, optimiser });
    const names = weights.map(({ name }) => name);
    const learned = names.filter((name) => !name.includes('moving'));
    const expected = [...names, ...learned.map((name) => `${name}/velocity`)].toSorted();
    expect(updated.toSorted()).toEqual(expected);
    expect(stateInputs.map(({ name }) => name).toSorted()).toEqual(expected);
    expect(classes).toBe(3);
  });

  test('has the inputs and outputs of one step', () => {
    const optimiser = optimiserSchema.parse({ name: 'sgd' });
    const { graph, masks } = compileTraining(layers, { ...options, optimiser });
    const inputs = graph.inputs.map(({ name }) => name);
    expect(inputs).toContain('images');
    expect(inputs.slice(-4)).toEqual(['targets', 'weights', 'learningRate', 'stepSize']);
    expect(graph.outputs.slice(0, 2).map(({ name }) => name)).toEqual(['loss', 'correct']);
    expect(masks.map(({ layer }) => layer)).toEqual(['dropout']);
  });

  test('refuses a model that does not end in a softmax', () => {
    const optimiser = optimiserSchema.parse({ name: 'sgd' });
    const base = readTopology(smallNet({ top: false }).topology);
    expect(() => compileTraining(base, { ...options, optimiser })).toThrow(
      'a model that is trained must end in a softmax',
    );
  });
});
