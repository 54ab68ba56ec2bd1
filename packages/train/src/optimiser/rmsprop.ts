import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { add, divide, multiply, subtract, unary } from '../graph/emit/elementwise.ts';
import { defineOptimiser } from './define-optimiser.ts';

/**
 * RMSprop as Keras has it: `v = rho * v + (1 - rho) * g^2; velocity = momentum * velocity + rate * g / sqrt(v + epsilon);
 * w -= velocity`.
 */
export const rmsprop = defineOptimiser({
  name: 'rmsprop',
  learningRate: 0.001,
  fields: {
    rho: z
      .number()
      .min(0)
      .lt(1)
      .default(0.9)
      .describe('The share of the mean of squared gradients that each step keeps.'),
    momentum: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('The share of the last step that is added to each step.'),
    epsilon: z
      .number()
      .positive()
      .default(1e-7)
      .describe('Added to the mean of squares, against a division by zero.'),
  },
  slots: ({ momentum }) => (momentum > 0 ? ['v', 'velocity'] : ['v']),
  graphRule:
    ({ rho, momentum, epsilon }) =>
    ({ graph, scalars, weight, gradient, state, keep }) => {
      const squares = multiply(graph, multiply(graph, gradient, gradient), 1 - rho);
      const variance = add(graph, multiply(graph, state('v'), rho), squares);
      keep('v', variance);
      const scaled = multiply(graph, gradient, scalars.learningRate);
      const step = divide(graph, scaled, unary(graph, 'Sqrt', add(graph, variance, epsilon)));
      if (momentum === 0) return subtract(graph, weight, step);
      const velocity = add(graph, multiply(graph, state('velocity'), momentum), step);
      keep('velocity', velocity);
      return subtract(graph, weight, velocity);
    },
  updateWeight: ({ rho, momentum, epsilon }, { weight, gradient, slots, learningRate }) => {
    const v = slots.get('v')!; // one of its slots
    v.assign(tf.add(tf.mul(v, rho), tf.mul(tf.square(gradient), 1 - rho)));
    const ascent = tf.mul(tf.div(gradient, tf.sqrt(tf.add(v, epsilon))), learningRate);
    const velocity = slots.get('velocity');
    if (velocity === undefined) return weight.assign(tf.sub(weight, ascent));
    velocity.assign(tf.add(tf.mul(velocity, momentum), ascent));
    weight.assign(tf.sub(weight, velocity));
  },
});
