import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { KERNEL_DOMAIN } from './kernel-domain.ts';
import type { Attribute } from '../ir/onnx-graph.ts';
import { imageShape, slideShape, type Window } from '../emit/window.ts';

export interface NormalisePoolOptions {
  /** One number a channel. */
  readonly gamma: Value;
  readonly beta: Value;
  readonly epsilon: number;
  /** Whether what is negative becomes zero. */
  readonly rectify: boolean;
  readonly window: Window;
}

export interface NormalisedPool {
  /** In blocks, as the image. */
  readonly output: Value;
  /** The batch's, one number a channel. */
  readonly mean: Value;
  readonly variance: Value;
  /**
   * The gradient with respect to the image, in blocks, with rows of zeros to make it `paddedHeight` high; and those with
   * respect to gamma and beta.
   */
  readonly backward: (gradient: Value, paddedHeight: number) => NormalisedPoolGradient;
}

export interface NormalisedPoolGradient {
  readonly image: Value;
  readonly gamma: Value;
  readonly beta: Value;
}

/** Batch normalisation, a rectifier and maximum pooling of an image in blocks as one kernel, and its gradient as another. */
export function normalisePool(
  graph: GraphBuilder,
  image: Value,
  options: NormalisePoolOptions,
): NormalisedPool {
  const { gamma, beta, window } = options;
  const { size, strides, borders } = window;
  const pooledSize = slideShape(image, window);
  const [batch, channels, height, width] = imageShape(image);
  const attributes = (paddedHeight: number): Record<string, Attribute> => ({
    batch: { int: Number(batch) },
    blocks: { int: channels / graph.channelBlock },
    block: { int: graph.channelBlock },
    height: { int: height },
    width: { int: width },
    rows: { int: pooledSize[0] },
    columns: { int: pooledSize[1] },
    windowHeight: { int: size[0] },
    windowWidth: { int: size[1] },
    strideHeight: { int: strides[0] },
    strideWidth: { int: strides[1] },
    top: { int: borders.top },
    left: { int: borders.left },
    paddedHeight: { int: paddedHeight },
    epsilon: { float: options.epsilon },
    rectify: { int: Number(options.rectify) },
  });
  const perChannel = { shape: [channels] };
  const pooled = [batch, channels, ...pooledSize];
  const isPooled = [...size, ...strides].some((length) => length > 1);
  const [peaks, output, mean, variance] = graph.nodeWithOutputs(
    'normalisePool',
    [image, gamma, beta],
    [{ shape: isPooled ? pooled : [0] }, { shape: pooled }, perChannel, perChannel],
    { domain: KERNEL_DOMAIN, attributes: attributes(height) },
  ) as [Value, Value, Value, Value];
  return {
    output,
    mean,
    variance,
    backward: (gradient, paddedHeight) => {
      const results = graph.nodeWithOutputs(
        'normalisePoolGradient',
        [image, gamma, beta, isPooled ? peaks : image, mean, variance, gradient],
        [{ shape: [batch, channels, paddedHeight, width] }, perChannel, perChannel],
        { domain: KERNEL_DOMAIN, attributes: attributes(paddedHeight) },
      ) as [Value, Value, Value];
      return { image: results[0], gamma: results[1], beta: results[2] };
    },
  };
}
