import { tensor, tidy, type Variable, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRunner } from '../engine/onnx/runtime/onnx-runner.ts';
import { tensor as onnxTensor } from '../engine/onnx/runtime/tensors.ts';
import { onnxruntime } from '../../test/onnxruntime-here.ts';
import { createOptimiserState } from '../engine/tfjs/optimiser-state.ts';
import { startBackend } from '../engine/tfjs/backend/start-backend.ts';
import { GraphBuilder } from '../graph/ir/graph-builder.ts';
import { encodeOnnx } from '../graph/write/onnx-writer.ts';
import { optimiserSchema, type OptimiserOptions, type OptimiserSpec } from './optimiser-spec.ts';
import { slotsOf, stepSize, updateRule, updateWeight } from './optimiser-table.ts';

beforeAll(() => startBackend('cpu', { threads: 1 }));

/** Gradient and learning rate of three steps. */
const STEPS = [
  [0.5, 0.1],
  [-0.25, 0.05],
  [2, 0.1],
] as const;
const START = 1;
const MATRIX = [1, 1];
const VECTOR = [1];

const SPECS: readonly OptimiserOptions[] = [
  { name: 'sgd' },
  { name: 'sgd', momentum: 0.9 },
  { name: 'sgd', momentum: 0.8, nesterov: true },
  { name: 'adam' },
  { name: 'adam', beta1: 0.5, beta2: 0.9, epsilon: 0.01 },
  { name: 'adamw', weightDecay: 0.5 },
  { name: 'adamw', weightDecay: 0 },
  { name: 'rmsprop' },
  { name: 'rmsprop', momentum: 0.9, rho: 0.5 },
];

describe.each(SPECS)('%j follows its formula', (options) => {
  const spec = optimiserSchema.parse(options);
  test.each([[MATRIX], [VECTOR]])('in TensorFlow.js, for a weight of the shape %j', (shape) => {
    expect(distance(tfjsCourse(spec, shape), formula(spec, shape))).toBeLessThan(1e-6);
  });

  test.skipIf(onnxruntime === undefined).each([[MATRIX], [VECTOR]])(
    'in a graph, for a weight of the shape %j',
    (shape) => {
      expect(distance(graphCourse(spec, shape), formula(spec, shape))).toBeLessThan(1e-6);
    },
  );
});

test('the first step of Adam is as long as the learning rate', () => {
  expect(tfjsCourse(optimiserSchema.parse({ name: 'adam' }), VECTOR)[0]).toBeCloseTo(0.9, 5);
});

test('gradient descent without momentum gives the numbers computed by hand', () => {
  const course = tfjsCourse(optimiserSchema.parse({ name: 'sgd' }), VECTOR);
  expect(distance(course, [0.95, 0.9625, 0.7625])).toBeLessThan(1e-6);
});

test('an optimiser has a slot for velocity only with momentum', () => {
  const slots = SPECS.map((options) => slotsOf(optimiserSchema.parse(options)));
  const adam = ['m', 'v'];
  expect(slots).toEqual([
    [],
    ['velocity'],
    ['velocity'],
    adam,
    adam,
    adam,
    adam,
    ['v'],
    ['v', 'velocity'],
  ]);
});

test('the step size is the learning rate, and for Adam its bias-corrected rate', () => {
  const at = { learningRate: 0.1, step: 1 };
  expect(stepSize(optimiserSchema.parse({ name: 'sgd' }), at)).toBe(0.1);
  const corrected = (0.1 * Math.sqrt(1 - 0.999 ** 2)) / (1 - 0.9 ** 2);
  expect(stepSize(optimiserSchema.parse({ name: 'adamw' }), at)).toBeCloseTo(corrected, 15);
});

test('an update without decay reads and writes each of its slots once', () => {
  const graph = new GraphBuilder();
  const asked: string[] = [];
  const scalar = graph.scalar(1);
  updateRule(optimiserSchema.parse({ name: 'adamw' }))({
    graph,
    scalars: { learningRate: scalar, stepSize: scalar },
    weight: graph.input('w', VECTOR),
    gradient: graph.input('g', VECTOR),
    state: (slot) => {
      asked.push(slot);
      return graph.input(slot, VECTOR);
    },
    keep: (slot) => asked.push(`new ${slot}`),
  });
  expect(asked).toEqual(['m', 'v', 'new m', 'new v']);
});

/** The weight after each step, by TensorFlow.js. */
function tfjsCourse(spec: OptimiserSpec, shape: readonly number[]): number[] {
  const weight: Variable = variable(tensor([START], [...shape]));
  using state = createOptimiserState(spec, new Map([['w', weight]]));
  return STEPS.map(([slope, learningRate], step) => {
    tidy(() => {
      const gradient = tensor([slope], [...shape]);
      updateWeight(spec, { weight, gradient, slots: state.slotsOf('w'), learningRate, step });
    });
    return weight.dataSync()[0]!;
  });
}

/** The weight after each step, by a graph on onnxruntime. */
function graphCourse(spec: OptimiserSpec, shape: readonly number[]): number[] {
  const graph = new GraphBuilder();
  const scalars = {
    learningRate: graph.input('learningRate', []),
    stepSize: graph.input('stepSize', []),
  };
  const weight = updateRule(spec)({
    graph,
    scalars,
    weight: graph.input('w', shape),
    gradient: graph.input('gradient', shape),
    state: (slot) => graph.input(slot, shape),
    keep: (slot, value) => graph.output(`new ${slot}`, value),
  });
  graph.output('new w', weight);
  const finished = graph.finish('update');
  const outputs = finished.outputs.map(({ name }) => name);
  const taken = new Set(finished.inputs.map(({ name }) => name));
  const run = createRunner(onnxruntime!, encodeOnnx(finished), { outputs, threads: 1 }); // skipped without it
  const state = new Map([
    ['w', START],
    ...slotsOf(spec).map((slot): [string, number] => [slot, 0]),
  ]);
  return STEPS.map(([slope, learningRate], step) => {
    const inputs = [
      ['learningRate', learningRate, []],
      ['stepSize', stepSize(spec, { learningRate, step }), []],
      ['gradient', slope, shape],
      ...[...state].map(([name, value]) => [name, value, shape] as const),
    ] as const;
    const feeds = inputs
      .filter(([name]) => taken.has(name))
      .map(([name, value, dims]) => [name, onnxTensor(Float32Array.of(value), dims)]);
    const results = run(Object.fromEntries(feeds));
    for (const name of state.keys()) state.set(name, results[`new ${name}`]!.data[0]!);
    return state.get('w')!;
  });
}

/** The weight after each step, by the formulas in double precision. */
function formula(spec: OptimiserSpec, shape: readonly number[]): number[] {
  let [w, m, v] = [START, 0, 0];
  return STEPS.map(([g, rate], step) => {
    switch (spec.name) {
      case 'sgd':
        m = spec.momentum * m - rate * g;
        w += spec.nesterov ? spec.momentum * m - rate * g : m;
        break;
      case 'rmsprop':
        v = spec.rho * v + (1 - spec.rho) * g ** 2;
        m = spec.momentum * m + (rate * g) / Math.sqrt(v + spec.epsilon);
        w -= m;
        break;
      case 'adam':
      case 'adamw': {
        m = spec.beta1 * m + (1 - spec.beta1) * g;
        v = spec.beta2 * v + (1 - spec.beta2) * g ** 2;
        const unbiased = Math.sqrt(1 - spec.beta2 ** (step + 1)) / (1 - spec.beta1 ** (step + 1));
        if (spec.name === 'adamw' && shape.length >= 2) w -= rate * spec.weightDecay * w;
        w -= (rate * unbiased * m) / (Math.sqrt(v) + spec.epsilon);
      }
    }
    return w;
  });
}

/** The largest difference between the values of a weight after each step. */
function distance(received: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, step) => Math.abs(value - received[step]!)));
}
