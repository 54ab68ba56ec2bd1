import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { add, multiply, unary } from '../../graph/emit/elementwise.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import type { OperationContext } from '../operation.ts';
import { layerConfig } from './layer-config.ts';
import { z } from 'zod';

/** Keras' batch normalisation, as its configuration says. */
export const normalisationSchema = z.object({
  axis: z
    .union([z.number(), z.tuple([z.number()]).transform(([axis]) => axis)])
    .default(-1)
    .refine((axis) => axis === -1 || axis === 3, 'must be the last'),
  momentum: z.number().default(0.99),
  epsilon: z.number().default(1e-3),
});

/** A batch's mean and variance, channel by channel, with 1 along all other axes. */
export interface Moments {
  readonly mean: Value;
  readonly variance: Value;
}

/** A vector of one number a channel, shaped so that it broadcasts along `shape`'s second axis. */
export function alongChannels(graph: GraphBuilder, vector: Value, shape: Value['shape']): Value {
  return reshape(graph, vector, [1, shape[1]!, ...shape.slice(2).map(() => 1)]);
}

/** `1 / sqrt(variance + epsilon)`. */
export function inverseDeviation(graph: GraphBuilder, variance: Value, epsilon: number): Value {
  return unary(graph, 'Reciprocal', unary(graph, 'Sqrt', add(graph, variance, epsilon)));
}

/** Moves the layer's moving statistics towards those of the batch. */
export function moveStatistics(context: OperationContext, { mean, variance }: Moments): void {
  const { graph, layer } = context;
  const { momentum } = layerConfig(layer, normalisationSchema);
  const move = (role: string, batch: Value): void => {
    const moving = context.requiredWeight(role);
    const kept = multiply(graph, moving, momentum);
    const news = multiply(graph, reshape(graph, batch, moving.shape), 1 - momentum);
    context.renew(role, add(graph, kept, news));
  };
  move('moving_mean', mean);
  move('moving_variance', variance);
}
