import { add, multiply, subtract } from '../../graph/emit/elementwise.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceMean, reduceSum } from '../../graph/emit/reduce.ts';
import { layerConfig } from '../layer/layer-config.ts';
import {
  alongChannels,
  inverseDeviation,
  moveStatistics,
  normalisationSchema,
} from '../layer/batch-statistics.ts';
import type { Emitted, OperationContext } from '../operation.ts';

/**
 * Batch normalisation over all axes but the channels': by the batch's own statistics in training, by the moving ones
 * otherwise.
 *
 * @see Ioffe & Szegedy 2015, arXiv:1502.03167, algorithm 1 and the gradients of section 3
 */
export function batchNormalisation(context: OperationContext): Emitted {
  return context.training ? byBatch(context) : byMovingStatistics(context);
}

function byBatch(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const input = context.inputs[0]!; // one input
  const { epsilon } = layerConfig(layer, normalisationSchema);
  const axes = input.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
  const count = axes.reduce((product, axis) => product * Number(input.shape[axis]), 1);
  const mean = reduceMean(graph, input, axes);
  const centred = subtract(graph, input, mean);
  const variance = reduceMean(graph, multiply(graph, centred, centred), axes);
  const inverse = inverseDeviation(graph, variance, epsilon);
  moveStatistics(context, { mean, variance });
  const { scale, shift } = scaleAndShift(context, inverse);
  const scaled = multiply(graph, centred, scale);
  return {
    output: shift === undefined ? scaled : add(graph, scaled, shift),
    backward: (gradient) => {
      const sum = reduceSum(graph, gradient, axes);
      const product = reduceSum(graph, multiply(graph, gradient, centred), axes);
      const slope = multiply(graph, product, inverse);
      context.learn('beta', () => reshape(graph, sum, [sum.shape[1]!]));
      context.learn('gamma', () => reshape(graph, slope, [slope.shape[1]!]));
      const towardsMean = multiply(graph, sum, 1 / count);
      const alongInput = multiply(graph, multiply(graph, slope, inverse), 1 / count);
      const rest = subtract(graph, gradient, towardsMean);
      const direct = subtract(graph, rest, multiply(graph, centred, alongInput));
      return context.inputLearns ? [multiply(graph, direct, scale)] : [];
    },
  };
}

function byMovingStatistics(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const input = context.inputs[0]!; // one input
  const { epsilon } = layerConfig(layer, normalisationSchema);
  const mean = alongChannels(graph, context.requiredWeight('moving_mean'), input.shape); // batch norm has both
  const variance = alongChannels(graph, context.requiredWeight('moving_variance'), input.shape);
  const { scale, shift } = scaleAndShift(context, inverseDeviation(graph, variance, epsilon));
  const offset = multiply(graph, mean, scale);
  const total =
    shift === undefined
      ? graph.node('Neg', [offset], { shape: offset.shape })
      : subtract(graph, shift, offset);
  return {
    output: add(graph, multiply(graph, input, scale), total),
    backward: (gradient) => [multiply(graph, gradient, scale)],
  };
}

/** `gamma / deviation`, and `beta` where the layer has one, both along the channels. */
function scaleAndShift(context: OperationContext, inverse: ReturnType<typeof inverseDeviation>) {
  const { graph } = context;
  const shape = context.inputs[0]!.shape; // one input
  const gamma = context.weight('gamma');
  const beta = context.weight('beta');
  return {
    scale:
      gamma === undefined ? inverse : multiply(graph, inverse, alongChannels(graph, gamma, shape)),
    shift: beta === undefined ? undefined : alongChannels(graph, beta, shape),
  };
}
