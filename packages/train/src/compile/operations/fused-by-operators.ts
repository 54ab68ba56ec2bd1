import { addScaled } from '../../graph/emit/add-scaled.ts';
import { convolve } from '../../graph/emit/convolve.ts';
import { add, multiply, subtract, toFloat, unary } from '../../graph/emit/elementwise.ts';
import { filled } from '../../graph/emit/filled.ts';
import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceMean, reduceSum } from '../../graph/emit/reduce.ts';
import { imageShape, imageSize, type Window } from '../../graph/emit/window.ts';
import {
  alongChannels,
  inverseDeviation,
  updateRunningStatistics,
  normalisationSchema,
} from '../parts/batch-statistics.ts';
import type { FusedParts } from '../contract/compiler-layer.ts';
import { readConvolution } from '../parts/read-convolution.ts';
import { layerConfig } from '../parts/layer-config.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { activation } from './activation.ts';
import { maxPooling2d } from './max-pooling2d.ts';

const PIXELS = [0, 2, 3];

/**
 * A fused convolution in onnxruntime's operators, with few passes over the large image:
 *
 * - The mean of a convolution is the convolution of the mean image. Its negative is the bias of the convolution, so that the
 *   result is centred.
 * - A non-decreasing function commutes with a maximum, so scale, shift and activation come after the pooling, on a fraction
 *   of the numbers. Channels with a negative gamma are negated in the filters, so that their scale is positive.
 * - The gradient of the pooling is zero except at the maxima, so the sums of batch normalisation's gradient run over the pooled
 *   numbers.
 */
export function fusedByOperators(context: OperationContext): Emitted {
  const { graph } = context;
  const parts = context.layer.parts!; // a fused convolution has parts
  const convolved = centredConvolution(context, parts);
  const { centred } = convolved;
  const normalisation = context.at(parts.normalisation);
  const pooled =
    parts.pooling === undefined
      ? undefined
      : maxPooling2d({
          ...context,
          layer: parts.pooling,
          inputs: [centred],
          needsInputGradient: true, // for the gradient of the filters
        });
  const peaks = pooled?.output ?? centred;
  const normalised = normalise(normalisation, { ...convolved, peaks });
  const active =
    parts.activation === undefined
      ? undefined
      : activation({ ...context, layer: parts.activation, inputs: [normalised.output] });
  return {
    output: active?.output ?? normalised.output,
    backward: (gradient) => {
      const before = active?.backward(gradient)[0] ?? gradient;
      const { direct, slope, offset } = normalised.backward(before);
      const unpooled = pooled?.backward(direct)[0] ?? direct;
      return convolved.backward(addScaled(graph, centred, { onto: unpooled, slope, offset }));
    },
  };
}

interface CentredConvolution {
  /** The convolution minus its mean; channels with a negative gamma are negated. */
  readonly centred: Value;
  /** `[1, channels, 1, 1]`, of the negated channels. */
  readonly mean: Value;
  /** 1 or -1 for each channel, `[channels]`; `undefined` without a gamma. */
  readonly signs: Value | undefined;
  /** The bias of the layer; it changes the running mean only. */
  readonly bias: Value | undefined;
  readonly backward: (gradient: Value) => readonly Value[];
}

function centredConvolution(context: OperationContext, parts: FusedParts): CentredConvolution {
  const { graph } = context;
  const { context: convolution, image, filters, bias, window } = readConvolution(context);
  const gamma = context.at(parts.normalisation).weight('gamma');
  const signs = gamma === undefined ? undefined : signsOf(graph, gamma);
  const negate = (value: Value): Value =>
    signs === undefined
      ? value
      : multiply(graph, value, reshape(graph, signs, [value.shape[0]!, 1, 1, 1]));
  const signed = negate(filters);
  const mean = meanOf(graph, [image, signed], window);
  const negativeMean = reshape(graph, unary(graph, 'Neg', mean), [filters.shape[0]!]);
  return {
    centred: convolve(graph, [image, signed], { window, bias: negativeMean }),
    mean,
    bias,
    signs,
    backward: (gradient) => {
      convolution.weightGradient('kernel', () =>
        negate(filterGradient(graph, [image, gradient], window)),
      );
      if (bias !== undefined)
        convolution.weightGradient('bias', () => filled(graph, bias.shape.map(Number), 0));
      if (!context.needsInputGradient) return [];
      return [inputGradient(graph, [gradient, signed], { window, size: imageSize(image) })];
    },
  };
}

/** The mean of a convolution over batch and pixels, `[1, filters, 1, 1]`, computed from the mean image. */
function meanOf(graph: GraphBuilder, operands: readonly [Value, Value], window: Window): Value {
  const [image, filters] = operands;
  return reduceMean(
    graph,
    convolve(graph, [reduceMean(graph, image, [0]), filters], { window }),
    PIXELS,
  );
}

/** 1 where gamma is at least 0, -1 elsewhere. */
function signsOf(graph: GraphBuilder, gamma: Value): Value {
  const atLeastZero = graph.node('GreaterOrEqual', [gamma, graph.scalar(0)], {
    shape: gamma.shape,
    type: 'bool',
  });
  return subtract(graph, multiply(graph, toFloat(graph, atLeastZero), 2), 1);
}

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
function normalise(
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
