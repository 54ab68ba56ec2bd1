import { describe, expect, test } from 'vitest';
import { checkWeights } from './check-weights.ts';

const KERNEL = { name: 'a/kernel', shape: [2, 3] };
const SLOT = { name: 'a/kernel/m', shape: [2, 3] };
const filled = ({ name, shape }: typeof KERNEL) => ({ name, shape, data: new Float32Array(6) });

describe('checkWeights', () => {
  test('accepts all required tensors, with or without optional ones', () => {
    const expected = { required: [KERNEL], optional: [SLOT] };
    expect(() => checkWeights([filled(KERNEL)], expected)).not.toThrow();
    expect(() => checkWeights([filled(SLOT), filled(KERNEL)], expected)).not.toThrow();
  });

  test('names a weight that is missing', () => {
    expect(() => checkWeights([], { required: [KERNEL] })).toThrow(
      'The weight a/kernel ([2, 3]) is missing',
    );
  });

  test('names a weight of another shape', () => {
    const turned = { ...filled(KERNEL), shape: [3, 2] };
    expect(() => checkWeights([turned], { required: [KERNEL] })).toThrow(
      'The weight a/kernel must have the shape [2, 3]; received [3, 2]',
    );
  });

  test('names an optional tensor of another shape', () => {
    const short = { ...filled(SLOT), shape: [6] };
    const expected = { required: [KERNEL], optional: [SLOT] };
    expect(() => checkWeights([filled(KERNEL), short], expected)).toThrow('a/kernel/m must have');
  });

  test('names a weight with more or fewer numbers than its shape says', () => {
    const short = { ...KERNEL, data: new Float32Array(5) };
    expect(() => checkWeights([short], { required: [KERNEL] })).toThrow('received [5]');
  });

  test('names a tensor that is neither required nor optional', () => {
    const weights = [filled(KERNEL), filled(SLOT)];
    expect(() => checkWeights(weights, { required: [KERNEL] })).toThrow(
      'a/kernel/m ([2, 3]) is not a weight of the model',
    );
  });
});
