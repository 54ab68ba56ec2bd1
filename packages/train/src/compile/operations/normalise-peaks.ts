import { add, multiply } from '../../graph/emit/elementwise.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceMean, reduceSum } from '../../graph/emit/reduce.ts';
import { imageShape } from '../../graph/emit/window.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import type { OperationContext } from '../contract/operation.ts';
import {
  alongChannels,
  inverseDeviation,
  normalisationSchema,
  updateRunningStatistics,
} from '../parts/batch-statistics.ts';
import { layerConfig } from '../parts/layer-config.ts';
import { type CentredConvolution, PIXELS } from './centred-convolution.ts';

interface Normalisation {
  readonly output: Value;
  /**
   * The gradient with respect to the centred convolution, as two summands: `direct`, to be propagated through the pooling, and
   * `slope * centred + offset` for every pixel.
   */
  readonly backward: (gradient: Value) => {
    readonly direct: Value;
    readonly slope: Value;
    readonly offset: Value;
  };
}

/** Normalises the pooled numbers by the mean and variance of all numbers. */
export function normalisePeaks(
  context: OperationContext,
  { centred, mean, bias, signs, peaks }: CentredConvolution & { readonly peaks: Value },
): Normalisation {
  const { graph, layer } = context;
  const { epsilon } = layerConfig(layer, normalisationSchema);
  const [, channels] = imageShape(centred);
  const variance = reduceMean(graph, multiply(graph, centred, centred), PIXELS);
  const inverse = inverseDeviation(graph, variance, epsilon);
  const signed = signs === undefined ? undefined : alongChannels(graph, signs, centred.shape);
  const bySign = (value: Value): Value =>
    signed === undefined ? value : multiply(graph, value, signed);
  const signedMean = reshape(graph, bySign(mean), [channels]);
  updateRunningStatistics(context, {
    mean: bias === undefined ? signedMean : add(graph, signedMean, bias),
    variance,
  });
  const along = (role: string): Value | undefined => {
    const vector = context.weight(role);
    return vector && alongChannels(graph, vector, centred.shape);
  };
  const gamma = along('gamma');
  const scale = gamma === undefined ? inverse : multiply(graph, inverse, bySign(gamma));
  const scaled = multiply(graph, peaks, scale);
  const beta = along('beta');
  return {
    output: beta === undefined ? scaled : add(graph, scaled, beta),
    backward: (gradient) =>
      normalisationGradient(context, gradient, { centred, peaks, inverse, scale, bySign }),
  };
}

interface NormalisationParts {
  readonly centred: Value;
  readonly peaks: Value;
  readonly inverse: Value;
  readonly scale: Value;
  readonly bySign: (value: Value) => Value;
}

function normalisationGradient(
  context: OperationContext,
  gradient: Value,
  { centred, peaks, inverse, scale, bySign }: NormalisationParts,
): ReturnType<Normalisation['backward']> {
  const { graph } = context;
  const [batch, channels, height, width] = imageShape(centred);
  const count = Number(batch) * height * width;
  const sum = reduceSum(graph, gradient, PIXELS);
  const products = reduceSum(graph, multiply(graph, gradient, peaks), PIXELS);
  const product = multiply(graph, products, inverse);
  context.weightGradient('beta', () => reshape(graph, sum, [channels]));
  context.weightGradient('gamma', () => reshape(graph, bySign(product), [channels]));
  const share = multiply(graph, scale, -1 / count);
  return {
    direct: multiply(graph, gradient, scale),
    slope: multiply(graph, multiply(graph, product, inverse), share),
    offset: multiply(graph, sum, share),
  };
}
