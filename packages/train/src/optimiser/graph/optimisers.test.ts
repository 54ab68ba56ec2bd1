import { rngAt } from '@sprout/core';
import { describe, expect, it } from 'vitest';
import { loadOnnxruntime } from '../../engine/onnx/load-onnxruntime.ts';
import { openOnnxTrainer } from '../../engine/onnx/open-onnx-trainer.ts';
import type { StepInput } from '../../engine/trainer.ts';
import type { ModelDefinition } from '../../model/model-definition.ts';
import { optimiserSchema, type OptimiserSpec } from '../optimiser-spec.ts';

const onnxruntime = await loadOnnxruntime().catch(() => undefined);
if (onnxruntime === undefined)
  console.warn('onnxruntime-node does not load: its tests are skipped');

const [FEATURES, CLASSES, COUNT] = [12, 3, 4];

describe.skipIf(onnxruntime === undefined)('an optimiser follows its formula:', () => {
  it.each([
    { name: 'sgd' },
    { name: 'sgd', momentum: 0.9 },
    { name: 'sgd', momentum: 0.8, nesterov: true },
    { name: 'adam' },
    { name: 'adamw', weightDecay: 0.1 },
    { name: 'rmsprop' },
    { name: 'rmsprop', momentum: 0.9 },
  ])('%j', async (spec) => {
    expect(await largestError(optimiserSchema.parse(spec))).toBeLessThan(5e-6);
  });
});

/** Steps of logistic regression by the session, against the formulas of `optimiserSchema` in double precision. */
async function largestError(spec: OptimiserSpec): Promise<number> {
  const definition = logistic();
  const { learningRate: _, ...optimiser } = spec;
  await using session = await openOnnxTrainer(definition, { optimiser, seed: 0, threads: 1 });
  const state = new Map<string, Float64Array>();
  let weights = definition.weights.map(({ data }) => Float64Array.from(data));
  for (let step = 0; step < 4; step++) {
    const input = { ...batch(), learningRate: 0.05 / (step + 1), step };
    await session.trainStep(input);
    const gradients = logisticGradients(weights, input);
    weights = weights.map((weight, index) =>
      weight.map((value, at) =>
        follow(spec, {
          value,
          slope: gradients[index]![at]!,
          rank: 2 - index,
          step,
          rate: input.learningRate,
          slot: slotOf(index, at),
        }),
      ),
    );
  }
  const { weights: received } = await session.state();
  const errors = received.flatMap(({ data }, index) =>
    Array.from(data, (value, at) => Math.abs(value - weights[index]![at]!)),
  );
  return Math.max(...errors);

  function slotOf(index: number, at: number): Float64Array {
    const key = `${index}/${at}`;
    const slot = state.get(key) ?? new Float64Array(3);
    state.set(key, slot);
    return slot;
  }
}

interface Place {
  readonly value: number;
  readonly slope: number;
  readonly rank: number;
  readonly step: number;
  readonly rate: number;
  /** What the optimiser keeps for this weight: m or velocity, v. */
  readonly slot: Float64Array;
}

function follow(spec: OptimiserSpec, { value, slope, rank, step, rate, slot }: Place): number {
  const [first = 0, second = 0] = slot;
  switch (spec.name) {
    case 'sgd': {
      const velocity = spec.momentum * first - rate * slope;
      slot[0] = velocity;
      return spec.nesterov ? value + spec.momentum * velocity - rate * slope : value + velocity;
    }
    case 'adam':
    case 'adamw': {
      const m = spec.beta1 * first + (1 - spec.beta1) * slope;
      const v = spec.beta2 * second + (1 - spec.beta2) * slope ** 2;
      slot.set([m, v]);
      const correction = Math.sqrt(1 - spec.beta2 ** (step + 1)) / (1 - spec.beta1 ** (step + 1));
      const decays = spec.name === 'adamw' && rank >= 2;
      const decayed = decays ? value - rate * spec.weightDecay * value : value;
      return decayed - (rate * correction * m) / (Math.sqrt(v) + spec.epsilon);
    }
    case 'rmsprop': {
      const v = spec.rho * second + (1 - spec.rho) * slope ** 2;
      const move = (rate * slope) / Math.sqrt(v + spec.epsilon);
      const velocity = spec.momentum * first + move;
      slot.set([velocity, v]);
      return value - velocity;
    }
  }
}

/** Kernel's and bias' gradients of the mean cross-entropy. */
function logisticGradients(
  [kernel, bias]: readonly Float64Array[],
  { images, targets }: StepInput,
): [Float64Array, Float64Array] {
  const gradients: [Float64Array, Float64Array] = [
    new Float64Array(FEATURES * CLASSES),
    new Float64Array(CLASSES),
  ];
  for (let sample = 0; sample < COUNT; sample++) {
    const features = Array.from(
      images.subarray(sample * FEATURES, (sample + 1) * FEATURES),
      (byte) => byte / 255,
    );
    const logits = Array.from({ length: CLASSES }, (_, label) =>
      features.reduce(
        (sum, value, at) => sum + value * kernel![at * CLASSES + label]!,
        bias![label]!,
      ),
    );
    const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
    for (const [label, logit] of logits.entries()) {
      const error = (Math.exp(logit) / total - targets[sample * CLASSES + label]!) / COUNT;
      gradients[1][label]! += error;
      for (const [at, value] of features.entries())
        gradients[0][at * CLASSES + label]! += error * value;
    }
  }
  return gradients;
}

function batch(): StepInput {
  const rng = rngAt(0, ['batch']);
  const images = new Uint8Array(COUNT * FEATURES).map(() => rng.integer(256));
  const targets = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1, 0.2, 0.4, 0.4);
  const weights = new Float32Array(COUNT).fill(1);
  return { images, count: COUNT, targets, weights, learningRate: 0.05, step: 0 };
}

function logistic(): ModelDefinition {
  const rng = rngAt(0, ['weights']);
  const kernel = new Float32Array(FEATURES * CLASSES).map(() => rng.normal(0, 0.5));
  const layers = [
    { class_name: 'Flatten', config: { name: 'flatten' } },
    { class_name: 'Dense', config: { name: 'classes', units: CLASSES, activation: 'softmax' } },
  ];
  return {
    topology: { class_name: 'Sequential', config: { name: 'model', layers } },
    weights: [
      { name: 'classes/kernel', shape: [FEATURES, CLASSES], data: kernel },
      { name: 'classes/bias', shape: [CLASSES], data: Float32Array.of(0.1, -0.1, 0) },
    ],
    input: {
      height: 2,
      width: 2,
      channels: 3,
      normalisation: { mean: [0, 0, 0], deviation: [255, 255, 255] },
    },
  };
}
