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
  moveStatistics,
  normalisationSchema,
} from '../layer/batch-statistics.ts';
import type { BlockParts } from '../../model/layers/layer-node.ts';
import { blockConvolution } from '../layer/block-convolution.ts';
import { layerConfig } from '../layer/layer-config.ts';
import type { Emitted, OperationContext } from '../operation.ts';
import { activation } from './activation.ts';
import { maxPooling2d } from './max-pooling2d.ts';

const PIXELS = [0, 2, 3];

/**
 * A block of layers in onnxruntime's operators, as few of them over the large image as may be:
 *
 * - the mean of a convolution is the convolution of the mean image, so the convolution's own bias centres its result;
 * - a rising function changes places with a maximum, so scale, shift and activation come after the pooling, on a fraction of
 *   the numbers; channels with a negative gamma are negated in the kernel to make them rise;
 * - only maxima carry a gradient, so the sums of batch normalisation's gradient run over the pooled numbers too.
 */
export function blockOfOperators(context: OperationContext): Emitted {
  const { graph } = context;
  const parts = context.layer.parts!; // the only kind of layer that has parts
  const convolved = centredConvolution(context, parts);
  const { centred } = convolved;
  const normalisation = context.at(parts.normalisation);
  const pooled =
    parts.pooling === undefined
      ? undefined
      : maxPooling2d({ ...context, layer: parts.pooling, inputs: [centred] });
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
      const spread = pooled?.backward(direct)[0] ?? direct;
      return convolved.backward(addScaled(graph, centred, { onto: spread, slope, offset }));
    },
  };
}

interface CentredConvolution {
  /** The convolution less its mean, channels with a negative gamma negated. */
  readonly centred: Value;
  /** The mean and the signs, `[1, channels, 1, 1]`; no signs where there is no gamma. */
  readonly mean: Value;
  readonly signs: Value | undefined;
  /** What the layer would add to the mean. */
  readonly bias: Value | undefined;
  readonly backward: (gradient: Value) => readonly Value[];
}

function centredConvolution(context: OperationContext, parts: BlockParts): CentredConvolution {
  const { graph } = context;
  const { context: convolution, image, kernel, bias, window } = blockConvolution(context);
  const gamma = context.at(parts.normalisation).weight('gamma');
  const signs = gamma === undefined ? undefined : signsOf(graph, gamma);
  const negate = (filters: Value): Value =>
    signs === undefined
      ? filters
      : multiply(graph, filters, reshape(graph, signs, [filters.shape[0]!, 1, 1, 1]));
  const rising = negate(kernel);
  const mean = meanOf(graph, [image, rising], window);
  const opposite = reshape(graph, unary(graph, 'Neg', mean), [kernel.shape[0]!]);
  return {
    centred: convolve(graph, [image, rising], { window, bias: opposite }),
    mean,
    bias,
    signs,
    backward: (gradient) => {
      convolution.learn('kernel', () => negate(filterGradient(graph, [image, gradient], window)));
      if (bias !== undefined)
        convolution.learn('bias', () => filled(graph, bias.shape.map(Number), 0));
      if (!context.inputLearns) return [];
      return [inputGradient(graph, [gradient, rising], { window, size: imageSize(image) })];
    },
  };
}

/** The mean over batch and pixels of a convolution, `[1, filters, 1, 1]`: that of the mean image. */
function meanOf(graph: GraphBuilder, operands: readonly [Value, Value], window: Window): Value {
  const [image, kernel] = operands;
  return reduceMean(
    graph,
    convolve(graph, [reduceMean(graph, image, [0]), kernel], { window }),
    PIXELS,
  );
}

/** 1 where gamma is at least zero, -1 where it is not. */
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
   * The gradient with respect to the centred convolution: `direct` goes back through the pooling, to which
   * `slope * centred + offset` is added at every pixel.
   */
  readonly backward: (gradient: Value) => {
    readonly direct: Value;
    readonly slope: Value;
    readonly offset: Value;
  };
}

/** Scale and shift of the pooled numbers by the statistics of all. */
function normalise(
  context: OperationContext,
  { centred, mean, bias, signs, peaks }: CentredConvolution & { readonly peaks: Value },
): Normalisation {
  const { graph, layer } = context;
  const { epsilon } = layerConfig(layer, normalisationSchema);
  const [batch, channels, height, width] = imageShape(centred);
  const count = Number(batch) * height * width;
  const variance = reduceMean(graph, multiply(graph, centred, centred), PIXELS);
  const inverse = inverseDeviation(graph, variance, epsilon);
  const signed = signs === undefined ? undefined : alongChannels(graph, signs, centred.shape);
  const unbiased = reshape(graph, bySign(mean), [channels]);
  moveStatistics(context, {
    mean: bias === undefined ? unbiased : add(graph, unbiased, bias),
    variance,
  });
  const gamma = context.weight('gamma');
  const beta = context.weight('beta');
  const scale =
    gamma === undefined
      ? inverse
      : multiply(graph, inverse, bySign(alongChannels(graph, gamma, centred.shape)));
  const scaled = multiply(graph, peaks, scale);
  return {
    output:
      beta === undefined ? scaled : add(graph, scaled, alongChannels(graph, beta, centred.shape)),
    backward: (gradient) => {
      const sum = reduceSum(graph, gradient, PIXELS);
      const product = multiply(
        graph,
        reduceSum(graph, multiply(graph, gradient, peaks), PIXELS),
        inverse,
      );
      context.learn('beta', () => reshape(graph, sum, [channels]));
      context.learn('gamma', () => reshape(graph, bySign(product), [channels]));
      const share = multiply(graph, scale, -1 / count);
      return {
        direct: multiply(graph, gradient, scale),
        slope: multiply(graph, multiply(graph, product, inverse), share),
        offset: multiply(graph, sum, share),
      };
    },
  };

  function bySign(value: Value): Value {
    return signed === undefined ? value : multiply(graph, value, signed);
  }
}
