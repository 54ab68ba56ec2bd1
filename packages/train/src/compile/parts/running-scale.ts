import { multiply, subtract, unary } from '../../graph/emit/elementwise.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import type { OperationContext } from '../contract/operation.ts';
import { inverseDeviation, normalisationSchema } from './batch-statistics.ts';
import { layerConfig } from './layer-config.ts';

/** Batch normalisation by the running mean and variance as `scale * input + shift`; all values are `[channels]`. */
export interface RunningScale {
  readonly mean: Value;
  /** `1 / sqrt(variance + epsilon)`. */
  readonly inverse: Value;
  readonly scale: Value;
  readonly shift: Value;
}

/** @param context That of the batch normalisation. */
export function runningScale(context: OperationContext): RunningScale {
  const { graph, layer } = context;
  const { epsilon } = layerConfig(layer, normalisationSchema);
  const mean = context.requiredWeight('moving_mean');
  const inverse = inverseDeviation(graph, context.requiredWeight('moving_variance'), epsilon);
  const gamma = context.weight('gamma');
  const beta = context.weight('beta');
  const scale = gamma === undefined ? inverse : multiply(graph, inverse, gamma);
  const offset = multiply(graph, mean, scale);
  const shift = beta === undefined ? unary(graph, 'Neg', offset) : subtract(graph, beta, offset);
  return { mean, inverse, scale, shift };
}
