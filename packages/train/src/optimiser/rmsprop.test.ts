import { tensor, tidy, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { onnxruntime } from '../../test/onnxruntime-here.ts';
import { stepInGraph } from '../../test/step-in-graph.ts';
import { onBackend } from '../engine/tfjs/backend/on-backend.ts';
import { startBackend } from '../engine/tfjs/backend/start-backend.ts';
import { rmsprop } from './rmsprop.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

const WEIGHT = [1, 3];
const GRADIENT = [2, -4];
const [V, VELOCITY] = [
  [2, 12],
  [1, -2],
] as const;
const RATE = 0.5;

/** The new v is 3 and 14, so that `sqrt(v + epsilon)` is 2 and 15 ** 0.5. */
const ASCENT = [0.5, -2 / Math.sqrt(15)] as const;
const CASES = [
  { momentum: 0, w: [1 - ASCENT[0], 3 - ASCENT[1]], velocity: undefined },
  {
    momentum: 0.5,
    w: [1 - 0.5 - ASCENT[0], 3 + 1 - ASCENT[1]],
    velocity: [0.5 + ASCENT[0], -1 + ASCENT[1]],
  },
];

describe.each(CASES)('a step with momentum $momentum', ({ momentum, w, velocity }) => {
  const settings = { name: 'rmsprop', rho: 0.5, momentum, epsilon: 1 } as const;
  const close = (numbers: readonly number[]): unknown =>
    numbers.map((value) => expect.closeTo(value, 6) as number);
  const hasVelocity = velocity !== undefined;

  test('keeps a velocity only with momentum', () => {
    expect(rmsprop.slots(settings)).toEqual(hasVelocity ? ['v', 'velocity'] : ['v']);
  });

  test.skipIf(onnxruntime === undefined)('in a graph', () => {
    const result = stepInGraph(rmsprop.graphRule(settings), {
      shape: [2],
      weight: WEIGHT,
      gradient: GRADIENT,
      slots: { v: V, velocity: VELOCITY },
      learningRate: RATE,
    });
    expect(result).toEqual({
      v: [3, 14],
      w: close(w),
      ...(velocity && { velocity: close(velocity) }),
    });
  });

  test('in TensorFlow.js', () => {
    const result = onBackend('cpu', () => {
      const [weight, v, speed] = [
        variable(tensor(WEIGHT)),
        variable(tensor([...V])),
        variable(tensor([...VELOCITY])),
      ];
      const slots = new Map([
        ['v', v] as const,
        ...(hasVelocity ? [['velocity', speed] as const] : []),
      ]);
      const at = { learningRate: RATE, step: 0 };
      tidy(() =>
        rmsprop.updateWeight(settings, { weight, gradient: tensor(GRADIENT), slots, ...at }),
      );
      const numbers = {
        w: [...weight.dataSync()],
        v: [...v.dataSync()],
        velocity: [...speed.dataSync()],
      };
      for (const value of [weight, v, speed]) value.dispose();
      return numbers;
    });
    expect(result).toEqual({ v: [3, 14], w: close(w), velocity: close(velocity ?? VELOCITY) });
  });
});

test.each([{ rho: 1 }, { rho: -0.1 }, { momentum: 2 }, { epsilon: 0 }])('refuses %j', (setting) => {
  const [key] = Object.keys(setting);
  const { error } = rmsprop.ruleSchema.safeParse({ name: 'rmsprop', ...setting });
  expect(error?.issues.map(({ path }) => path)).toEqual([[key]]);
});
