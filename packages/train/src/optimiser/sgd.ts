import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { add, multiply, subtract } from '../graph/emit/elementwise.ts';
import { defineOptimiser } from './define-optimiser.ts';

/**
 * Gradient descent as Keras has it: `velocity = momentum * velocity - rate * g; w += velocity`, with `nesterov`
 * `w += momentum * velocity - rate * g`.
 */
export const sgd = defineOptimiser({
  name: 'sgd',
  learningRate: 0.01,
  fields: {
    momentum: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('The share of the last step that is added to each step.'),
    nesterov: z
      .boolean()
      .default(false)
      .describe('Whether the momentum is that of Nesterov, which looks one step ahead.'),
  },
  slots: ({ momentum }) => (momentum > 0 ? ['velocity'] : []),
  graphRule:
    ({ momentum, nesterov }) =>
    ({ graph, scalars, weight, gradient, state, keep }) => {
      const step = multiply(graph, gradient, scalars.learningRate);
      if (momentum === 0) return subtract(graph, weight, step);
      const velocity = subtract(graph, multiply(graph, state('velocity'), momentum), step);
      keep('velocity', velocity);
      if (!nesterov) return add(graph, weight, velocity);
      return add(graph, weight, subtract(graph, multiply(graph, velocity, momentum), step));
    },
  updateWeight: ({ momentum, nesterov }, { weight, gradient, slots, learningRate }) => {
    const descent = tf.mul(gradient, -learningRate);
    const velocity = slots.get('velocity');
    if (velocity === undefined) return weight.assign(tf.add(weight, descent));
    velocity.assign(tf.add(tf.mul(velocity, momentum), descent));
    const move = nesterov ? tf.add(tf.mul(velocity, momentum), descent) : velocity;
    weight.assign(tf.add(weight, move));
  },
});
