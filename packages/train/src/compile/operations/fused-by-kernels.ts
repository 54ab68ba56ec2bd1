import { convolve } from '../../graph/emit/convolve.ts';
import { fromNchwc, toNchwc } from '../../graph/emit/nchwc.ts';
import { add } from '../../graph/emit/elementwise.ts';
import { filled } from '../../graph/emit/filled.ts';
import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import { filterGradientNchwc } from '../../graph/convolution-gradient/filter-gradient-nchwc.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { normalisePool } from '../../graph/kernel-nodes/normalise-pool.ts';
import { imageShape, imageSize, type Window } from '../../graph/emit/window.ts';
import { updateRunningStatistics, normalisationSchema } from '../parts/batch-statistics.ts';
import { activationName } from '../../model/layers/layer-node.ts';
import type { FusedParts } from '../contract/compiler-layer.ts';
import { readConvolution } from '../parts/read-convolution.ts';
import { layerConfig } from '../parts/layer-config.ts';
import type { Emitted, OperationContext } from '../contract/operation.ts';
import { poolingWindow } from './max-pooling2d.ts';

/**
 * A fused convolution whose convolutions run in onnxruntime, and whose batch normalisation, activation and pooling run in
 * compute kernels. Kernels make two passes over the large image; operators make about twelve.
 *
 * @returns `undefined` where the graph has no kernels, or kernels do not support the layers.
 */
export function fusedByKernels(context: OperationContext): Emitted | undefined {
  const { graph } = context;
  const parts = context.layer.parts!; // a fused convolution has parts
  const own = context.at(parts.convolution);
  const { image, filters, role, bias, ...sliding } = readConvolution(own);
  const { window, groups } = sliding;
  const limits = limitsOf(parts);
  const channels = Number(filters.shape[0]);
  if (!graph.kernels || channels % graph.channelBlock !== 0 || limits === undefined)
    return undefined;
  const convolved = convolve(graph, [image, filters], sliding);
  const [height] = imageSize(convolved);
  const normalised = normalise(context, { convolved, bias, limits });
  return {
    output: normalised.output,
    backward: (gradient) => {
      const nchwc = groups > 1 ? undefined : filterGradientNchwc(graph, image, window);
      const padded = nchwc?.height ?? height;
      const towards = normalised.backward(gradient, padded);
      const nchw = fromNchwc(graph, towards);
      own.weightGradient(
        role,
        () => nchwc?.of(towards) ?? filterGradient(graph, [image, nchw], sliding),
      );
      if (bias !== undefined) own.weightGradient('bias', () => filled(graph, [channels], 0));
      if (!context.needsInputGradient) return [];
      const padding = withRowsBelow(window, padded - height);
      const options = { window: padding, groups, size: imageSize(image) };
      return [inputGradient(graph, [nchw, filters], options)];
    },
  };
}

interface NormaliseOptions {
  readonly convolved: Value;
  readonly bias: Value | undefined;
  readonly limits: readonly [number, number];
}

/** Emits the layers after the convolution. `backward` returns the gradient of the convolution in NCHWc, padded to a height. */
function normalise(context: OperationContext, { convolved, bias, limits }: NormaliseOptions) {
  const { graph } = context;
  const parts = context.layer.parts!; // as above
  const own = context.at(parts.normalisation);
  const [, channels] = imageShape(convolved);
  const { epsilon } = layerConfig(parts.normalisation, normalisationSchema);
  const { output, mean, variance, backward } = normalisePool(graph, toNchwc(graph, convolved), {
    gamma: own.weight('gamma') ?? filled(graph, [channels], 1),
    beta: own.weight('beta') ?? filled(graph, [channels], 0),
    epsilon,
    limits,
    window: poolingOf(parts, convolved),
  });
  const whole = bias === undefined ? mean : add(graph, mean, bias);
  updateRunningStatistics(own, { mean: whole, variance });
  return {
    output: fromNchwc(graph, output),
    backward: (gradient: Value, paddedHeight: number): Value => {
      const { image, gamma, beta } = backward(toNchwc(graph, gradient), paddedHeight);
      own.weightGradient('gamma', () => gamma);
      own.weightGradient('beta', () => beta);
      return image;
    },
  };
}

/** The limits of the activations that kernels compute. */
const LIMITS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['linear', [-Infinity, Infinity]],
  ['relu', [0, Infinity]],
  ['relu6', [0, 6]],
]);

/** The limits of the activation; `undefined` where kernels do not compute it. */
function limitsOf({ activation }: FusedParts): readonly [number, number] | undefined {
  return LIMITS.get(activation === undefined ? 'linear' : activationName(activation));
}

/** The window of the pooling; a single pixel where there is none. */
function poolingOf({ pooling }: FusedParts, image: Value): Window {
  if (pooling !== undefined) return poolingWindow(pooling, image);
  return { size: [1, 1], strides: [1, 1], borders: { top: 0, left: 0, bottom: 0, right: 0 } };
}

/** A window with a larger lower border, so that the result has `rows` more rows. */
function withRowsBelow(window: Window, rows: number): Window {
  const { borders } = window;
  return { ...window, borders: { ...borders, bottom: borders.bottom + rows } };
}
