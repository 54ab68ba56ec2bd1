import { convolve } from '../../graph/emit/convolve.ts';
import { fromNchwc, toNchwc } from '../../graph/emit/nchwc.ts';
import { add } from '../../graph/emit/elementwise.ts';
import { filled } from '../../graph/emit/filled.ts';
import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import { filterGradientNchwc } from '../../graph/convolution-gradient/filter-gradient-nchwc.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { normalisePool } from '../../graph/kernel-nodes/normalise-pool.ts';
import { imageSize, type Window } from '../../graph/emit/window.ts';
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
  const { context: convolution, image, filters, bias, window } = readConvolution(context);
  const normalisation = context.at(parts.normalisation);
  const channels = Number(filters.shape[0]);
  if (!graph.kernels || channels % graph.channelBlock !== 0 || !isSupported(parts))
    return undefined;
  const convolved = convolve(graph, [image, filters], { window });
  const { epsilon } = layerConfig(parts.normalisation, normalisationSchema);
  const pooled = normalisePool(graph, toNchwc(graph, convolved), {
    gamma: normalisation.weight('gamma') ?? filled(graph, [channels], 1),
    beta: normalisation.weight('beta') ?? filled(graph, [channels], 0),
    epsilon,
    rectify: parts.activation !== undefined,
    window: poolingOf(parts, convolved),
  });
  const mean = bias === undefined ? pooled.mean : add(graph, pooled.mean, bias);
  updateRunningStatistics(normalisation, { mean, variance: pooled.variance });
  return {
    output: fromNchwc(graph, pooled.output),
    backward: (gradient) => {
      const nchwc = filterGradientNchwc(graph, image, window);
      const [height] = imageSize(convolved);
      const padded = nchwc?.height ?? height;
      const gradients = pooled.backward(toNchwc(graph, gradient), padded);
      normalisation.weightGradient('gamma', () => gradients.gamma);
      normalisation.weightGradient('beta', () => gradients.beta);
      const nchw = fromNchwc(graph, gradients.image);
      const filtersFrom = (): Value =>
        nchwc?.of(gradients.image) ?? filterGradient(graph, [image, nchw], window);
      convolution.weightGradient('kernel', filtersFrom);
      if (bias !== undefined)
        convolution.weightGradient('bias', () => filled(graph, [channels], 0));
      if (!context.needsInputGradient) return [];
      const padding = withRowsBelow(window, padded - height);
      return [inputGradient(graph, [nchw, filters], { window: padding, size: imageSize(image) })];
    },
  };
}

/** Whether kernels can compute the activation. */
function isSupported({ activation }: FusedParts): boolean {
  return activation === undefined || activationName(activation) === 'relu';
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
