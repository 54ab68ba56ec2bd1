import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { add, divide, multiply, subtract, unary } from '../graph/emit/elementwise.ts';
import { defineOptimiser } from './define-optimiser.ts';
import type { Slot, StepRate, UpdateRule, WeightUpdate } from './update-rule.ts';

const fields = {
  beta1: z
    .number()
    .min(0)
    .lt(1)
    .default(0.9)
    .describe('The share of the mean of gradients that each step keeps.'),
  beta2: z
    .number()
    .min(0)
    .lt(1)
    .default(0.999)
    .describe('The share of the mean of squared gradients that each step keeps.'),
  epsilon: z
    .number()
    .positive()
    .default(1e-7)
    .describe('Added to the root of the mean of squares, against a division by zero.'),
};

interface AdamSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Only in AdamW. */
  readonly weightDecay?: number;
}

const rules = {
  slots: (): readonly Slot[] => ['m', 'v'],
  stepSize,
  graphRule,
  updateWeight,
};

/**
 * Adam as Keras has it: `m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2;
 * w -= rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)`, with `t` from 1.
 */
export const adam = defineOptimiser({ name: 'adam', learningRate: 0.001, fields, ...rules });

/** Adam after `w -= rate * weightDecay * w`, which is for weights of at least two axes: not biases and batch normalisation. */
export const adamw = defineOptimiser({
  name: 'adamw',
  learningRate: 0.001,
  fields: {
    ...fields,
    weightDecay: z
      .number()
      .min(0)
      .default(0.004)
      .describe(
        'The share of a weight that each step takes off, times the learning rate; not of biases and batch normalisation.',
      ),
  },
  ...rules,
});

/** The learning rate with the bias correction of a step. */
function stepSize({ beta1, beta2 }: AdamSettings, { learningRate, step }: StepRate): number {
  return (learningRate * Math.sqrt(1 - beta2 ** (step + 1))) / (1 - beta1 ** (step + 1));
}

/**
 * The gradient is scaled once, to `sqrt(1 - beta2) * g`, whose square is the addend of `v`. onnxruntime does this multiplication within
 * the matrix product that computes the gradient of a dense layer. Each operator that is saved is one pass over the weights less.
 */
function graphRule({ beta1, beta2, epsilon, weightDecay = 0 }: AdamSettings): UpdateRule {
  const scale = Math.sqrt(1 - beta2);
  return ({ graph, scalars, weight, gradient, state, keep }) => {
    const scaled = multiply(graph, gradient, scale);
    const addend = multiply(graph, scaled, (1 - beta1) / scale);
    const mean = add(graph, multiply(graph, state('m'), beta1), addend);
    const squares = multiply(graph, scaled, scaled);
    const variance = add(graph, multiply(graph, state('v'), beta2), squares);
    keep('m', mean);
    keep('v', variance);
    const deviation = add(graph, unary(graph, 'Sqrt', variance), epsilon);
    const step = divide(graph, multiply(graph, mean, scalars.stepSize), deviation);
    if (weightDecay === 0 || weight.shape.length < 2) return subtract(graph, weight, step);
    const lost = multiply(graph, weight, multiply(graph, scalars.learningRate, weightDecay));
    return subtract(graph, subtract(graph, weight, lost), step);
  };
}

function updateWeight(settings: AdamSettings, update: WeightUpdate): void {
  const { beta1, beta2, epsilon, weightDecay = 0 } = settings;
  const { weight, gradient, slots, learningRate } = update;
  const m = slots.get('m')!; // one of its slots
  const v = slots.get('v')!; // likewise
  m.assign(tf.add(tf.mul(m, beta1), tf.mul(gradient, 1 - beta1)));
  v.assign(tf.add(tf.mul(v, beta2), tf.mul(tf.square(gradient), 1 - beta2)));
  const decays = weightDecay !== 0 && weight.rank >= 2;
  const decayed = decays ? tf.mul(weight, 1 - learningRate * weightDecay) : weight;
  const direction = tf.div(m, tf.add(tf.sqrt(v), epsilon));
  weight.assign(tf.sub(decayed, tf.mul(direction, stepSize(settings, update))));
}
