import { describe, expect, test } from 'vitest';
import { weightLayout } from '../../compile/parts/weight-layout.ts';
import { readState, type StateValues, tensorsOf, writeState } from './state-values.ts';
import { elementCount } from '../../tensor/element-count.ts';

function numbers(name: string, shape: readonly number[], first = 0) {
  const size = elementCount(shape);
  return { name, shape, data: Float32Array.from({ length: size }, (_, at) => first + at) };
}

const weights = [numbers('dense/kernel', [2, 3]), numbers('dense/bias', [3])];
const layouts = { weights: weights.map(weightLayout), slots: ['m', 'v'] as const };
const state = { weights, optimiser: [numbers('dense/kernel/m', [2, 3], 10)] };

describe('readState and writeState', () => {
  test('turn weights and slots into the layout of graphs, and back', () => {
    const values = readState(state, layouts);
    expect(values.get('dense/kernel')).toMatchObject({ dims: [3, 2] });
    expect([...values.get('dense/kernel')!.data]).toEqual([0, 3, 1, 4, 2, 5]);
    expect(writeState(values, layouts)).toEqual(state);
  });

  test('copy', () => {
    const values = readState(state, layouts);
    values.get('dense/bias')!.data.fill(7);
    expect([...weights[1]!.data]).toEqual([0, 1, 2]);
  });

  test('name the tensor that does not fit', () => {
    const without = { weights: [weights[1]!], optimiser: [] };
    expect(() => readState(without, layouts)).toThrow(
      'The weight dense/kernel ([2, 3]) is missing',
    );
    const more = { weights, optimiser: [numbers('dense/bias/velocity', [3])] };
    expect(() => readState(more, layouts)).toThrow('dense/bias/velocity ([3]) is not a weight');
    const turned = { weights: [numbers('dense/kernel', [3, 2]), weights[1]!], optimiser: [] };
    expect(() => readState(turned, layouts)).toThrow(
      'The weight dense/kernel must have the shape [2, 3]; received [3, 2]',
    );
    const short = {
      weights: [weights[0]!, { ...weights[1]!, data: new Float32Array(2) }],
      optimiser: [],
    };
    expect(() => readState(short, layouts)).toThrow('[3]; received [2]');
  });
});

test('tensorsOf adds zeros where there is no value yet', () => {
  const values: StateValues = new Map();
  const { a } = tensorsOf(values, [{ name: 'a', shape: [2, 2] }]);
  expect(a).toEqual({ type: 'float32', dims: [2, 2], data: new Float32Array(4) });
  expect(values.get('a')).toBe(a);
});
