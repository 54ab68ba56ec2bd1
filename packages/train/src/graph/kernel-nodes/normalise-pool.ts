import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { imageShape, slideShape, type Window } from '../emit/window.ts';
import { kernelNode } from './kernel-node.ts';
import type { KernelParameters } from './kernel-parameters.ts';
import { windowParameters } from './window-parameters.ts';

export interface NormalisePoolOptions {
  /** `[channels]`. */
  readonly gamma: Value;
  /** `[channels]`. */
  readonly beta: Value;
  readonly epsilon: number;
  /** The lower and the upper limit to which the normalised numbers are clipped: the activation. They may be infinite. */
  readonly limits: readonly [number, number];
  readonly window: Window;
}

export interface NormalisedPool {
  /** In NCHWc. */
  readonly output: Value;
  /** The mean of the batch, `[channels]`. */
  readonly mean: Value;
  /** The variance of the batch, `[channels]`. */
  readonly variance: Value;
  /**
   * Emits the gradients, from the gradient with respect to the output, in NCHWc. The gradient with respect to the image is
   * padded with rows of zeros below, to `paddedHeight`.
   */
  readonly backward: (gradient: Value, paddedHeight: number) => NormalisedPoolGradient;
}

export interface NormalisedPoolGradient {
  /** In NCHWc, `[batch, channels, paddedHeight, width]`. */
  readonly image: Value;
  readonly gamma: Value;
  readonly beta: Value;
}

/** Batch normalisation, a clipping and a maximum pooling of an image in NCHWc as one kernel, and their gradient as another. */
export function normalisePool(
  graph: GraphBuilder,
  image: Value,
  options: NormalisePoolOptions,
): NormalisedPool {
  const { gamma, beta, window } = options;
  const [batch, channels, height, width] = imageShape(image);
  const perChannel = { shape: [channels] };
  const pooled = [batch, channels, ...slideShape(image, window)];
  const isPooled = [...window.size, ...window.strides].some((length) => length > 1);
  const [peaks, output, mean, variance] = kernelNode(graph, 'normalisePool', {
    inputs: [image, gamma, beta],
    results: [{ shape: isPooled ? pooled : [0] }, { shape: pooled }, perChannel, perChannel],
    parameters: parametersOf(graph, image, { ...options, paddedHeight: height }),
  }) as [Value, Value, Value, Value]; // four results
  return {
    output,
    mean,
    variance,
    backward: (gradient, paddedHeight) => {
      const [imageGradient, gammaGradient, betaGradient] = kernelNode(
        graph,
        'normalisePoolGradient',
        {
          inputs: [image, gamma, beta, isPooled ? peaks : image, mean, variance, gradient],
          results: [{ shape: [batch, channels, paddedHeight, width] }, perChannel, perChannel],
          parameters: parametersOf(graph, image, { ...options, paddedHeight }),
        },
      ) as [Value, Value, Value]; // three results
      return { image: imageGradient, gamma: gammaGradient, beta: betaGradient };
    },
  };
}

function parametersOf(
  { channelBlock }: GraphBuilder,
  image: Value,
  options: NormalisePoolOptions & { readonly paddedHeight: number },
): KernelParameters<'normalisePool'> {
  const { window, epsilon, limits, paddedHeight } = options;
  const [lowerLimit, upperLimit] = limits;
  const [, channels] = imageShape(image);
  return {
    ...windowParameters(image, window),
    blocks: channels / channelBlock,
    channelBlock,
    paddedHeight,
    epsilon,
    lowerLimit,
    upperLimit,
  };
}
