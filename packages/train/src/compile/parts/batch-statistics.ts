import { z } from 'zod';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { add, multiply, unary } from '../../graph/emit/elementwise.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import type { OperationContext } from '../contract/operation.ts';
import { layerConfig } from './layer-config.ts';

/** The configuration of Keras' batch normalisation. */
export const normalisationSchema = z.object({
  axis: z
    .union([z.number(), z.tuple([z.number()]).transform(([axis]) => axis)])
    .default(-1)
    .refine((axis) => axis === -1 || axis === 3, 'must be the last'),
  momentum: z.number().default(0.99),
  epsilon: z.number().default(1e-3),
});

/** The mean and variance of each channel of a batch; all other axes have length 1. */
export interface Moments {
  readonly mean: Value;
  readonly variance: Value;
}

/** Reshapes a vector `[channels]` so that it broadcasts along the second axis of `shape`. */
export function alongChannels(graph: GraphBuilder, vector: Value, shape: Value['shape']): Value {
  return reshape(graph, vector, [1, shape[1]!, ...shape.slice(2).map(() => 1)]);
}

/** `1 / sqrt(variance + epsilon)`. */
export function inverseDeviation(graph: GraphBuilder, variance: Value, epsilon: number): Value {
  return unary(graph, 'Reciprocal', unary(graph, 'Sqrt', add(graph, variance, epsilon)));
}

/** Updates the running mean and variance from the mean and variance of a batch. */
export function updateRunningStatistics(
  context: OperationContext,
  { mean, variance }: Moments,
): void {
  const { graph, layer } = context;
  const { momentum } = layerConfig(layer, normalisationSchema);
  const update = (role: string, batch: Value): void => {
    const running = context.requiredWeight(role);
    const before = multiply(graph, running, momentum);
    const added = multiply(graph, reshape(graph, batch, running.shape), 1 - momentum);
    context.assign(role, add(graph, before, added));
  };
  update('moving_mean', mean);
  update('moving_variance', variance);
}
