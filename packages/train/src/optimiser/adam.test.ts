import { tensor, tidy, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { onnxruntime } from '../../test/onnxruntime-here.ts';
import { stepInGraph } from '../../test/step-in-graph.ts';
import { onBackend } from '../engine/tfjs/backend/on-backend.ts';
import { startBackend } from '../engine/tfjs/backend/start-backend.ts';
import { adam, adamw } from './adam.ts';
import { stepSize } from './optimiser-table.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

const WEIGHT = [1, 3];
const GRADIENT = [2, -4];
const [OLD_M, OLD_V] = [
  [1, 0],
  [4, 12],
];
const AT = { learningRate: 0.5, step: 1 };
const SETTINGS = { name: 'adam', beta1: 0.5, beta2: 0.75, epsilon: 1 } as const;

/** The second step by hand; weights are `kept` before it by weight decay. */
function byHand(kept: number): unknown {
  const [m, v] = [
    [1.5, -2],
    [4, 13],
  ];
  const rate = (0.5 * Math.sqrt(0.4375)) / 0.75;
  const w = WEIGHT.map((weight, at) => kept * weight - (rate * m[at]!) / (Math.sqrt(v[at]!) + 1));
  return { m, v, w: w.map((value) => expect.closeTo(value, 6) as number) };
}

/** The second step of Adam, or of AdamW where a decay is given, by a graph. */
function byGraph(shape: readonly number[], weightDecay?: number) {
  const rule =
    weightDecay === undefined
      ? adam.graphRule(SETTINGS)
      : adamw.graphRule({ ...SETTINGS, weightDecay });
  return stepInGraph(rule, {
    shape,
    weight: WEIGHT,
    gradient: GRADIENT,
    slots: { m: OLD_M, v: OLD_V },
    learningRate: AT.learningRate,
    stepSize: stepSize(SETTINGS, AT),
  });
}

/** The same step by TensorFlow.js. */
function byTfjs(shape: readonly number[], weightDecay?: number) {
  return onBackend('cpu', () => {
    const [w, m, v] = [WEIGHT, OLD_M, OLD_V].map((data) => variable(tensor(data, [...shape])));
    const slots = new Map([['m', m!] as const, ['v', v!] as const]);
    const update = { weight: w!, gradient: tensor(GRADIENT, [...shape]), slots, ...AT };
    tidy(() => {
      if (weightDecay === undefined) adam.updateWeight(SETTINGS, update);
      else adamw.updateWeight({ ...SETTINGS, weightDecay }, update);
    });
    const values = [w!, m!, v!].map((value) => {
      const data = [...value.dataSync()];
      value.dispose();
      return data;
    });
    return { w: values[0], m: values[1], v: values[2] };
  });
}

const CASES: readonly [
  name: string,
  shape: readonly number[],
  decay: number | undefined,
  kept: number,
][] = [
  ['Adam', [1, 2], undefined, 1],
  ['AdamW without decay', [1, 2], 0, 1],
  ['AdamW of a matrix', [1, 2], 0.25, 0.875],
  ['AdamW of a vector, which does not decay', [2], 0.25, 1],
];

describe.each(CASES)('the second step of %s', (_, shape, decay, kept) => {
  test('in TensorFlow.js', () => {
    expect(byTfjs(shape, decay)).toEqual(byHand(kept));
  });

  test.skipIf(onnxruntime === undefined)('in a graph', () => {
    expect(byGraph(shape, decay)).toEqual(byHand(kept));
  });
});

test('the bias correction falls off with the steps', () => {
  const size = (step: number) => stepSize(SETTINGS, { learningRate: 1, step });
  expect(size(0)).toBeCloseTo(1, 12);
  expect(size(1)).toBeCloseTo(Math.sqrt(0.4375) / 0.75, 12);
  expect(size(200)).toBe(1);
});

test('keeps both moments', () => {
  expect([adam.slots(SETTINGS), adamw.slots({ ...SETTINGS, weightDecay: 1 })]).toEqual([
    ['m', 'v'],
    ['m', 'v'],
  ]);
});

test.each([
  { beta1: 1 },
  { beta1: -0.1 },
  { beta2: 1 },
  { epsilon: 0 },
  { weightDecay: -1 },
  { learningRate: 0 },
])('refuses %j', (setting) => {
  const [key] = Object.keys(setting);
  const { error } = adamw.schema.safeParse({ name: 'adamw', ...setting });
  expect(error?.issues.map(({ path }) => path)).toEqual([[key]]);
});
