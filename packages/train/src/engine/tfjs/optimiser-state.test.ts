import { memory, tensor, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type UpdateRuleOptions, updateRuleSchema } from '../../optimiser/optimiser-spec.ts';
import { startBackend } from './backend/start-backend.ts';
import { createOptimiserState, type OptimiserState, readTensor } from './optimiser-state.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

/** Works with the state for a matrix `[1, 2]` and a vector `[1]`, and frees all tensors. */
function withState(optimiser: UpdateRuleOptions, work: (state: OptimiserState) => void): void {
  const before = memory().numTensors;
  const initial = [tensor([5, 6], [1, 2]), tensor([7])];
  const weights = initial.map((value) => variable(value));
  {
    using state = createOptimiserState(
      updateRuleSchema.parse(optimiser),
      new Map([
        ['dense/kernel', weights[0]!],
        ['dense/bias', weights[1]!],
      ]),
    );
    work(state);
  }
  for (const value of [...initial, ...weights]) value.dispose();
  expect(memory().numTensors).toBe(before);
}

const M = { name: 'dense/kernel/m', shape: [1, 2], data: Float32Array.of(1, 2) };

describe('createOptimiserState', () => {
  test('has slots of zeros in the shapes of the weights', () => {
    withState({ name: 'adam' }, (state) => {
      expect(state.read()).toEqual([
        { name: 'dense/kernel/m', shape: [1, 2], data: new Float32Array(2) },
        { name: 'dense/kernel/v', shape: [1, 2], data: new Float32Array(2) },
        { name: 'dense/bias/m', shape: [1], data: new Float32Array(1) },
        { name: 'dense/bias/v', shape: [1], data: new Float32Array(1) },
      ]);
    });
  });

  test('has no slots for an optimiser without any, or for an unknown weight', () => {
    withState({ name: 'sgd' }, (state) => {
      expect(state.read()).toEqual([]);
      expect(state.slotsOf('dense/kernel').size).toBe(0);
    });
    withState({ name: 'adam' }, (state) => expect(state.slotsOf('other').size).toBe(0));
  });

  test('gives the slots of a weight as variables that are not trainable', () => {
    withState({ name: 'sgd', momentum: 0.5 }, (state) => {
      const [[slot, value] = []] = state.slotsOf('dense/kernel');
      expect([slot, value?.trainable, value?.shape]).toEqual(['velocity', false, [1, 2]]);
      const velocity = tensor([3, 4], [1, 2]);
      value!.assign(velocity);
      velocity.dispose();
      expect(state.read()[0]!.data).toEqual(Float32Array.of(3, 4));
    });
  });

  test('reads copies', () => {
    withState({ name: 'sgd', momentum: 0.5 }, (state) => {
      state.read()[0]!.data.fill(9);
      expect(state.read()[0]!.data).toEqual(new Float32Array(2));
    });
  });

  test('replaces all slots from copies, missing ones by zeros', () => {
    withState({ name: 'adam' }, (state) => {
      const bias = { name: 'dense/bias/v', shape: [1], data: Float32Array.of(8) };
      const matrix = { ...M, data: M.data.slice() };
      state.write([bias, matrix]);
      matrix.data.fill(0);
      expect(state.read().map(({ data }) => [...data])).toEqual([[1, 2], [0, 0], [0], [8]]);
      state.write([M]);
      expect(state.read().map(({ data }) => [...data])).toEqual([[1, 2], [0, 0], [0], [0]]);
    });
  });

  test.each([
    ['weight-unknown', { ...M, name: 'dense/kernel/velocity' }],
    ['weight-unknown', { ...M, name: 'other/kernel/m' }],
    ['shape-mismatch', { ...M, shape: [2, 1] }],
    ['shape-mismatch', { ...M, data: new Float32Array(3) }],
  ])('refuses with %s, and keeps its numbers', (code, wrong) => {
    withState({ name: 'adam' }, (state) => {
      state.write([M]);
      const bias = { name: 'dense/bias/m', shape: [1], data: Float32Array.of(8) };
      const error = expect.objectContaining({ code }) as Error;
      expect(() => state.write([bias, wrong])).toThrow(error);
      expect(state.read().map(({ data }) => [...data])).toEqual([[1, 2], [0, 0], [0], [0]]);
    });
  });
});

test('readTensor copies numbers and shape', () => {
  const value = tensor([1, 2, 3], [3, 1]);
  const read = readTensor('a', value);
  value.dispose();
  expect(read).toEqual({ name: 'a', shape: [3, 1], data: Float32Array.of(1, 2, 3) });
});
