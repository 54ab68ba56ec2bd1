import { z } from 'zod';

const learningRate = (rate: number) => z.number().positive().default(rate);

/**
 * The optimisers, with Keras' formulas and defaults (the learning rate of a step comes from the schedule):
 *
 * - `sgd`: `v = momentum * v - rate * g; w += v`, with `nesterov` `w += momentum * v - rate * g`.
 * - `adam`: `m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2;
 *   w -= rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)`, `t` from 1.
 * - `adamw`: before that, `w -= rate * weightDecay * w` for kernels (rank 2 and more); not for biases and batch norm.
 * - `rmsprop`: `v = rho * v + (1 - rho) * g^2; w -= rate * g / sqrt(v + epsilon)`, with `momentum` through a velocity.
 */
export const optimiserSchema = z.discriminatedUnion('name', [
  z.strictObject({
    name: z.literal('sgd'),
    learningRate: learningRate(0.01),
    momentum: z.number().min(0).max(1).default(0),
    nesterov: z.boolean().default(false),
  }),
  z.strictObject({
    name: z.literal('adam'),
    learningRate: learningRate(0.001),
    beta1: z.number().min(0).lt(1).default(0.9),
    beta2: z.number().min(0).lt(1).default(0.999),
    epsilon: z.number().positive().default(1e-7),
  }),
  z.strictObject({
    name: z.literal('adamw'),
    learningRate: learningRate(0.001),
    beta1: z.number().min(0).lt(1).default(0.9),
    beta2: z.number().min(0).lt(1).default(0.999),
    epsilon: z.number().positive().default(1e-7),
    weightDecay: z.number().min(0).default(0.004),
  }),
  z.strictObject({
    name: z.literal('rmsprop'),
    learningRate: learningRate(0.001),
    rho: z.number().min(0).lt(1).default(0.9),
    momentum: z.number().min(0).max(1).default(0),
    epsilon: z.number().positive().default(1e-7),
  }),
]);

/** An optimiser with everything filled in. */
export type OptimiserSpec = z.output<typeof optimiserSchema>;

/** An optimiser by its name, with what differs from its defaults. */
export type OptimiserOptions = z.input<typeof optimiserSchema>;
