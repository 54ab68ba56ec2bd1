import { convolve } from '../../graph/emit/convolve.ts';
import { fromNchwc as fromBlocks, toNchwc as toBlocks } from '../../graph/emit/nchwc.ts';
import { add } from '../../graph/emit/elementwise.ts';
import { filled } from '../../graph/emit/filled.ts';
import { filterGradient } from '../../graph/convolution-gradient/filter-gradient.ts';
import { filterGradientNchwc as filterGradientInBlocks } from '../../graph/convolution-gradient/filter-gradient-nchwc.ts';
import type { Value } from '../../graph/ir/graph-builder.ts';
import { inputGradient } from '../../graph/convolution-gradient/input-gradient.ts';
import { normalisePool } from '../../graph/kernel/normalise-pool.ts';
import { imageSize, type Window } from '../../graph/emit/window.ts';
import { moveStatistics, normalisationSchema } from '../layer/batch-statistics.ts';
import { activationName, type BlockParts } from '../../model/layers/layer-node.ts';
import { blockConvolution } from '../layer/block-convolution.ts';
import { layerConfig } from '../layer/layer-config.ts';
import type { Emitted, OperationContext } from '../operation.ts';
import { poolingWindow } from './max-pooling2d.ts';

/**
 * A block of layers whose convolutions run in onnxruntime and all between them in kernels of our own: two passes over the large
 * image, where operators take a dozen. `undefined` where there are no kernels, or none for such a block.
 */
export function blockOfKernels(context: OperationContext): Emitted | undefined {
  const { graph } = context;
  const parts = context.layer.parts!; // the only kind of layer that has parts
  const { context: convolution, image, kernel, bias, window } = blockConvolution(context);
  const normalisation = context.at(parts.normalisation);
  const [filters] = kernel.shape.map(Number) as [number];
  const activation = parts.activation && activationName(parts.activation);
  const isCovered = filters % graph.channelBlock === 0 && [undefined, 'relu'].includes(activation);
  if (!graph.kernels || !isCovered) return undefined;
  const convolved = convolve(graph, [image, kernel], { window });
  const { epsilon } = layerConfig(parts.normalisation, normalisationSchema);
  const pooled = normalisePool(graph, toBlocks(graph, convolved), {
    gamma: normalisation.weight('gamma') ?? filled(graph, [filters], 1),
    beta: normalisation.weight('beta') ?? filled(graph, [filters], 0),
    epsilon,
    rectify: activation !== undefined,
    window: poolingOf(parts, convolved),
  });
  moveStatistics(normalisation, {
    mean: bias === undefined ? pooled.mean : add(graph, pooled.mean, bias),
    variance: pooled.variance,
  });
  return {
    output: fromBlocks(graph, pooled.output),
    backward: (gradient) => {
      const inBlocks = filterGradientInBlocks(graph, image, window);
      const [height] = imageSize(convolved);
      const padded = inBlocks?.height ?? height;
      const gradients = pooled.backward(toBlocks(graph, gradient), padded);
      normalisation.learn('gamma', () => gradients.gamma);
      normalisation.learn('beta', () => gradients.beta);
      const plain = fromBlocks(graph, gradients.image);
      convolution.learn(
        'kernel',
        () => inBlocks?.of(gradients.image) ?? filterGradient(graph, [image, plain], window),
      );
      if (bias !== undefined) convolution.learn('bias', () => filled(graph, [filters], 0));
      if (!context.inputLearns) return [];
      const lower = lowered(window, padded - height);
      return [inputGradient(graph, [plain, kernel], { window: lower, size: imageSize(image) })];
    },
  };
}

/** The pooling of a block; single pixels where there is none. */
function poolingOf({ pooling }: BlockParts, image: Value): Window {
  if (pooling !== undefined) return poolingWindow(pooling, image);
  return { size: [1, 1], strides: [1, 1], borders: { top: 0, left: 0, bottom: 0, right: 0 } };
}

/** The window of a convolution whose result has some rows more. */
function lowered(window: Window, rows: number): Window {
  const { borders } = window;
  return { ...window, borders: { ...borders, bottom: borders.bottom + rows } };
}
