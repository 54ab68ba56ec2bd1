import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { convolve, type ConvolveOptions } from '../../graph/emit/convolve.ts';
import { multiply, subtract, toFloat, unary } from '../../graph/emit/elementwise.ts';
import { filled } from '../../graph/emit/filled.ts';
import { reshape } from '../../graph/emit/rearrange.ts';
import { reduceMean } from '../../graph/emit/reduce.ts';
import { imageSize } from '../../graph/emit/window.ts';
import type { GraphBuilder, Value } from '../../graph/ir/graph-builder.ts';
import type { FusedParts } from '../contract/compiler-layer.ts';
import type { OperationContext } from '../contract/operation.ts';
import { readConvolution } from '../parts/read-convolution.ts';

/** The axes of an image in NCHW over which the statistics of a channel are computed. */
export const PIXELS = [0, 2, 3];

export interface CentredConvolution {
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

/** Emits the convolution of a fused convolution, without its mean. */
export function centredConvolution(
  context: OperationContext,
  parts: FusedParts,
): CentredConvolution {
  const { graph } = context;
  const convolution = context.at(parts.convolution);
  const { image, filters, role, bias, ...sliding } = readConvolution(convolution);
  const gamma = context.at(parts.normalisation).weight('gamma');
  const signs = gamma === undefined ? undefined : signsOf(graph, gamma);
  const negate = (value: Value): Value =>
    signs === undefined
      ? value
      : multiply(graph, value, reshape(graph, signs, [value.shape[0]!, 1, 1, 1]));
  const signed = negate(filters);
  const mean = meanOf(graph, [image, signed], sliding);
  const negativeMean = reshape(graph, unary(graph, 'Neg', mean), [filters.shape[0]!]);
  return {
    centred: convolve(graph, [image, signed], { ...sliding, bias: negativeMean }),
    mean,
    bias,
    signs,
    backward: (gradient) => {
      convolution.weightGradient(role, () =>
        negate(filterGradient(graph, [image, gradient], sliding)),
      );
      if (bias !== undefined)
        convolution.weightGradient('bias', () => filled(graph, bias.shape.map(Number), 0));
      if (!context.needsInputGradient) return [];
      return [inputGradient(graph, [gradient, signed], { ...sliding, size: imageSize(image) })];
    },
  };
}

/** The mean of a convolution over batch and pixels, `[1, filters, 1, 1]`, computed from the mean image. */
function meanOf(
  graph: GraphBuilder,
  [image, filters]: readonly [Value, Value],
  sliding: ConvolveOptions,
): Value {
  const meanImage = reduceMean(graph, image, [0]);
  return reduceMean(graph, convolve(graph, [meanImage, filters], sliding), PIXELS);
}

/** 1 where gamma is at least 0, -1 elsewhere. */
function signsOf(graph: GraphBuilder, gamma: Value): Value {
  const atLeastZero = graph.node('GreaterOrEqual', [gamma, graph.scalar(0)], {
    shape: gamma.shape,
    type: 'bool',
  });
  return subtract(graph, multiply(graph, toFloat(graph, atLeastZero), 2), 1);
}
