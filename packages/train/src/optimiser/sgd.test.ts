import { tensor, tidy, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { onnxruntime } from '../../test/onnxruntime-here.ts';
import { stepInGraph } from '../../test/step-in-graph.ts';
import { onBackend } from '../engine/tfjs/backend/on-backend.ts';
import { startBackend } from '../engine/tfjs/backend/start-backend.ts';
import { sgd } from './sgd.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

const WEIGHT = [1, 3];
const GRADIENT = [2, -4];
const VELOCITY = [-1, 4];
const RATE = 0.25;

/** All numbers are exact in binary. */
const CASES = [
  { momentum: 0, nesterov: false, expected: { w: [0.5, 4] } },
  { momentum: 0.5, nesterov: false, expected: { velocity: [-1, 3], w: [0, 6] } },
  { momentum: 0.5, nesterov: true, expected: { velocity: [-1, 3], w: [0, 5.5] } },
  { momentum: 0, nesterov: true, expected: { w: [0.5, 4] } },
];

describe.each(CASES)(
  'a step with momentum $momentum, nesterov $nesterov',
  ({ expected, ...options }) => {
    const settings = { name: 'sgd', ...options } as const;
    const hasVelocity = options.momentum > 0;

    test('keeps a velocity only with momentum', () => {
      expect(sgd.slots(settings)).toEqual(hasVelocity ? ['velocity'] : []);
    });

    test.skipIf(onnxruntime === undefined)('in a graph', () => {
      const result = stepInGraph(sgd.graphRule(settings), {
        shape: [2],
        weight: WEIGHT,
        gradient: GRADIENT,
        slots: { velocity: VELOCITY },
        learningRate: RATE,
      });
      expect(result).toEqual(expected);
    });

    test('in TensorFlow.js', () => {
      const result = onBackend('cpu', () => {
        const [weight, velocity] = [variable(tensor(WEIGHT)), variable(tensor(VELOCITY))];
        const slots = new Map(hasVelocity ? [['velocity', velocity] as const] : []);
        const at = { learningRate: RATE, step: 0 };
        tidy(() =>
          sgd.updateWeight(settings, { weight, gradient: tensor(GRADIENT), slots, ...at }),
        );
        const numbers = { w: [...weight.dataSync()], velocity: [...velocity.dataSync()] };
        weight.dispose();
        velocity.dispose();
        return numbers;
      });
      expect(result).toEqual({ velocity: VELOCITY, ...expected });
    });
  },
);

test.each([{ momentum: -0.1 }, { momentum: 1.1 }, { nesterov: 1 }, { beta1: 0.9 }])(
  'refuses %j',
  (setting) => {
    expect(sgd.ruleSchema.safeParse({ name: 'sgd', ...setting }).success).toBe(false);
  },
);
