import { add, multiply, subtract } from '../../graph/emit/elementwise.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceMean, reduceSum } from '../../graph/emit/reduce.ts';
import { layerConfig } from '../parts/layer-config.ts';
import {
  alongChannels,
  inverseDeviation,
  normalisationSchema,
  updateRunningStatistics,
} from '../parts/batch-statistics.ts';
import { runningScale } from '../parts/running-scale.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { elementCount } from '../../tensor/element-count.ts';

/**
 * Batch normalisation over all axes but the channels. It uses the mean and variance of the batch in mode `train` where the
 * layer is trainable, and the running mean and variance otherwise, as Keras does.
 *
 * @see Ioffe & Szegedy 2015, arXiv:1502.03167, algorithm 1 and the gradients of section 3
 */
export function batchNormalisation(context: OperationContext): Emitted {
  const usesBatch = context.mode === 'train' && context.layer.trainable;
  return usesBatch ? byBatch(context) : byRunningStatistics(context);
}

function byBatch(context: OperationContext): Emitted {
  const { graph, layer } = context;
  const input = context.inputs[0]!; // one input
  const { epsilon } = layerConfig(layer, normalisationSchema);
  const axes = allButChannels(input);
  const count = elementCount(axes.map((axis) => Number(input.shape[axis])));
  const mean = reduceMean(graph, input, axes);
  const centred = subtract(graph, input, mean);
  const variance = reduceMean(graph, multiply(graph, centred, centred), axes);
  const inverse = inverseDeviation(graph, variance, epsilon);
  updateRunningStatistics(context, { mean, variance });
  const { scale, shift } = scaleAndShift(context, inverse);
  const scaled = multiply(graph, centred, scale);
  return {
    output: shift === undefined ? scaled : add(graph, scaled, shift),
    backward: (gradient) => {
      const sum = reduceSum(graph, gradient, axes);
      const product = reduceSum(graph, multiply(graph, gradient, centred), axes);
      const gammaGradient = multiply(graph, product, inverse);
      context.weightGradient('beta', () => reshape(graph, sum, [sum.shape[1]!]));
      context.weightGradient('gamma', () => reshape(graph, gammaGradient, [sum.shape[1]!]));
      const meanGradient = multiply(graph, sum, 1 / count);
      const alongInput = multiply(graph, multiply(graph, gammaGradient, inverse), 1 / count);
      const rest = subtract(graph, gradient, meanGradient);
      const direct = subtract(graph, rest, multiply(graph, centred, alongInput));
      return context.needsInputGradient ? [multiply(graph, direct, scale)] : [];
    },
  };
}

function byRunningStatistics(context: OperationContext): Emitted {
  const { graph } = context;
  const input = context.inputs[0]!; // one input
  const along = (vector: Value): Value => alongChannels(graph, vector, input.shape);
  const running = runningScale(context);
  const scale = along(running.scale);
  return {
    output: add(graph, multiply(graph, input, scale), along(running.shift)),
    backward: (gradient) => {
      const axes = allButChannels(input);
      const vector = [input.shape[1]!];
      context.weightGradient('beta', () =>
        reshape(graph, reduceSum(graph, gradient, axes), vector),
      );
      context.weightGradient('gamma', () => {
        const centred = subtract(graph, input, along(running.mean));
        const normalised = multiply(graph, centred, along(running.inverse));
        const product = multiply(graph, gradient, normalised);
        return reshape(graph, reduceSum(graph, product, axes), vector);
      });
      return context.needsInputGradient ? [multiply(graph, gradient, scale)] : [];
    },
  };
}

function allButChannels(input: Value): number[] {
  return input.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
}

/** `gamma / deviation`, and `beta` where the layer has one, both along the channels. */
function scaleAndShift(context: OperationContext, inverse: Value) {
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
