import { convolve } from '../../graph/convolve.ts';
import { fromBlocks, toBlocks } from '../../graph/blocks.ts';
import { add } from '../../graph/elementwise.ts';
import { filterGradient } from '../../graph/filter-gradient.ts';
import {
  blockedGradientHeight,
  blockedGradientWay,
  filterGradientInBlocks,
} from '../../graph/filter-gradient-in-blocks.ts';
import type { GraphBuilder, Value } from '../../graph/graph-builder.ts';
import { imageSize, inputGradient } from '../../graph/input-gradient.ts';
import { normalisePool } from '../../graph/normalise-pool.ts';
import type { Window } from '../../graph/window.ts';
import { moveStatistics, normalisationSchema } from '../batch-statistics.ts';
import { activationName, type BlockParts } from '../layer-node.ts';
import { convolutionSchema, layerConfig, windowOver } from '../layer-config.ts';
import type { Emitted, OperationContext } from '../operation.ts';
import { poolingWindow } from './max-pooling2d.ts';

/**
 * A block of layers whose convolutions run in onnxruntime and all between them in kernels of our own: two passes over the large image, where
 * operators take a dozen. `undefined` where there are no kernels, or none for such a block.
 */
export function blockOfKernels(context: OperationContext): Emitted | undefined {
  const { graph } = context;
  const parts = context.layer.parts!; // the only kind of layer that has parts
  const image = context.inputs[0]!; // one input
  const convolution = context.at(parts.convolution);
  const normalisation = context.at(parts.normalisation);
  const kernel = convolution.requiredWeight('kernel');
  const bias = convolution.weight('bias');
  const layer = parts.convolution;
  const config = layerConfig(layer, convolutionSchema);
  const window = windowOver(image, { layer, ...config, size: config.kernel_size });
  const [filters] = kernel.shape.map(Number) as [number];
  const activation = parts.activation && activationName(parts.activation);
  const isCovered = filters % graph.channelBlock === 0 && [undefined, 'relu'].includes(activation);
  if (!graph.kernels || !isCovered) return undefined;
  const convolved = convolve(graph, [image, kernel], { window });
  const { epsilon } = layerConfig(parts.normalisation, normalisationSchema);
  const pooled = normalisePool(graph, toBlocks(graph, convolved), {
    gamma: normalisation.weight('gamma') ?? vectorOf(graph, 1, filters),
    beta: normalisation.weight('beta') ?? vectorOf(graph, 0, filters),
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
      const [height] = imageSize(convolved);
      const way = blockedGradientWay(graph, image, window);
      const paddedHeight = blockedGradientHeight(way, image, { window, height });
      const gradients = pooled.backward(toBlocks(graph, gradient), paddedHeight);
      normalisation.learn('gamma', () => gradients.gamma);
      normalisation.learn('beta', () => gradients.beta);
      const plain = fromBlocks(graph, gradients.image);
      convolution.learn('kernel', () =>
        way === undefined
          ? filterGradient(graph, [image, plain], window)
          : filterGradientInBlocks(graph, [image, gradients.image], { window, way }),
      );
      if (bias !== undefined) convolution.learn('bias', () => vectorOf(graph, 0, filters)); // normalised away
      if (!context.inputLearns) return [];
      const size = imageSize(image);
      return [
        inputGradient(graph, [plain, kernel], {
          window: lowered(window, paddedHeight - height),
          size,
        }),
      ];
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

function vectorOf(graph: GraphBuilder, number: number, length: number): Value {
  return graph.constant(`all:${number}:${length}`, [length], new Float32Array(length).fill(number));
}
