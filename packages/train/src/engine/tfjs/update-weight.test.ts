import {
  type Tensor,
  tensor,
  tensor1d,
  tensor2d,
  tidy,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { optimiserSchema } from '../../optimiser/optimiser-spec.ts';
import { createOptimiserState } from './optimiser-state.ts';
import { startBackend } from './start-backend.ts';
import { updateWeight } from './update-weight.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

const GRADIENTS = [0.5, -0.25, 2] as const;
const RATE = 0.1;

/** A weight that starts at 1, after each of three steps. */
function trained(spec: object, start: Tensor = tensor1d([1])): number[] {
  const optimiser = optimiserSchema.parse(spec);
  const weight: Variable = variable(start);
  using state = createOptimiserState(optimiser, new Map([['w', weight]]));
  return GRADIENTS.map((value, step) => {
    tidy(() => {
      const gradient = tensor([value], start.shape);
      const slots = state.slotsOf('w');
      updateWeight(optimiser, { weight, gradient, slots, learningRate: RATE, step });
    });
    return weight.dataSync()[0]!;
  });
}

/** The largest difference between two courses of a weight. */
function distance(received: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, step) => Math.abs(value - received[step]!)));
}

describe('updateWeight follows the formulas written out', () => {
  test('sgd', () =>
    expect(distance(trained({ name: 'sgd' }), [0.95, 0.975, 0.775])).toBeLessThan(1e-6));

  test('sgd with momentum', () => {
    // v = -0.05, -0.045 + 0.025 = -0.02, -0.018 - 0.2 = -0.218
    expect(distance(trained({ name: 'sgd', momentum: 0.9 }), [0.95, 0.93, 0.712])).toBeLessThan(
      1e-6,
    );
  });

  test('sgd with Nesterov momentum', () => {
    // w += 0.9 v - rate g: -0.045 - 0.05, -0.018 + 0.025, -0.1962 - 0.2
    const spec = { name: 'sgd', momentum: 0.9, nesterov: true };
    expect(distance(trained(spec), [0.905, 0.912, 0.5158])).toBeLessThan(1e-6);
  });

  const adamSteps = (decay: number): number[] => {
    let [w, m, v] = [1, 0, 0];
    return GRADIENTS.map((g, step) => {
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g ** 2;
      const rate = (RATE * Math.sqrt(1 - 0.999 ** (step + 1))) / (1 - 0.9 ** (step + 1));
      w = w - RATE * decay * w - (rate * m) / (Math.sqrt(v) + 1e-7);
      return w;
    });
  };

  test('adam', () => {
    const received = trained({ name: 'adam' });
    expect(distance(received, adamSteps(0))).toBeLessThan(1e-6);
    expect(received[0]).toBeCloseTo(0.9, 5); // the first step is the rate itself
  });

  test('adamw decays kernels and leaves vectors', () => {
    const spec = { name: 'adamw', weightDecay: 0.5 };
    expect(distance(trained(spec, tensor2d([[1]])), adamSteps(0.5))).toBeLessThan(1e-6);
    expect(distance(trained(spec), adamSteps(0))).toBeLessThan(1e-6);
  });

  test.each([0, 0.9])('rmsprop with momentum %f', (momentum) => {
    let [w, v, velocity] = [1, 0, 0];
    const expected = GRADIENTS.map((g) => {
      v = 0.9 * v + 0.1 * g ** 2;
      velocity = momentum * velocity + (RATE * g) / Math.sqrt(v + 1e-7);
      w -= velocity;
      return w;
    });
    expect(distance(trained({ name: 'rmsprop', momentum }), expected)).toBeLessThan(1e-6);
  });
});
