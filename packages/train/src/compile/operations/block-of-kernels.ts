import { convolve } from '../../graph/convolve.ts';
import { fromBlocks, toBlocks } from '../../graph/blocks.ts';
import { add } from '../../graph/elementwise.ts';
import { filterGradient } from '../../graph/filter-gradient.ts';
import { filterGradientInBlocks } from '../../graph/filter-gradient-in-blocks.ts';
import type { GraphBuilder, Value } from '../../graph/graph-builder.ts';
import { imageSize, inputGradient } from '../../graph/input-gradient.ts';
import { normalisePool } from '../../graph/normalise-pool.ts';
import { imageShape, slideShape, type Window } from '../../graph/window.ts';
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
  const config = layerConfig(parts.convolution, convolutionSchema);
  const window = windowOver(image, { ...config, size: config.kernel_size });
  const [batch] = imageShape(image);
  const [filters] = kernel.shape.map(Number) as [number];
  const pooling = sideBySide(parts, [batch, filters, ...slideShape(image, window)]);
  const activation = parts.activation && activationName(parts.activation);
  const isCovered = filters % graph.channelBlock === 0 && [undefined, 'relu'].includes(activation);
  if (!graph.kernels || !isCovered || pooling === undefined) return undefined;
  const convolved = convolve(graph, [image, kernel], { window });
  const { epsilon } = layerConfig(parts.normalisation, normalisationSchema);
  const pooled = normalisePool(graph, toBlocks(graph, convolved), {
    gamma: normalisation.weight('gamma') ?? vectorOf(graph, 1, filters),
    beta: normalisation.weight('beta') ?? vectorOf(graph, 0, filters),
    epsilon,
    rectify: activation !== undefined,
    ...pooling,
  });
  moveStatistics(normalisation, {
    mean: bias === undefined ? pooled.mean : add(graph, pooled.mean, bias),
    variance: pooled.variance,
  });
  return {
    output: fromBlocks(graph, pooled.output),
    backward: (gradient) => {
      const [height] = imageSize(convolved);
      const paddedHeight = isShift(window) ? imageSize(image)[0] + window.borders.top : height;
      const gradients = pooled.backward(toBlocks(graph, gradient), paddedHeight);
      normalisation.learn('gamma', () => gradients.gamma);
      normalisation.learn('beta', () => gradients.beta);
      const plain = fromBlocks(graph, gradients.image);
      convolution.learn('kernel', () =>
        isShift(window)
          ? filterGradientInBlocks(graph, [image, gradients.image], window)
          : filterGradient(graph, [image, plain], window),
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

/** The pooling of a block, single pixels where there is none; `undefined` where windows do not lie side by side from the first pixel on. */
function sideBySide(
  { pooling }: BlockParts,
  shape: Value['shape'],
): { readonly window: Window['size']; readonly size: readonly [number, number] } | undefined {
  const image: Value = { name: '', type: 'float32', shape };
  if (pooling === undefined) return { window: [1, 1], size: imageSize(image) };
  const window = poolingWindow(pooling, image);
  const { size, strides, borders } = window;
  const areApart = size.every((length, axis) => length === strides[axis]);
  if (!areApart || borders.top > 0 || borders.left > 0) return undefined;
  return { window: size, size: slideShape(image, window) };
}

/** Whether the kernel's gradient is one of shifted images: `filterGradientInBlocks` says when. */
function isShift({ strides, borders }: Window): boolean {
  return strides.every((stride) => stride === 1) && borders.bottom <= borders.top;
}

/** The window of a convolution whose result has some rows more. */
function lowered(window: Window, rows: number): Window {
  const { borders } = window;
  return { ...window, borders: { ...borders, bottom: borders.bottom + rows } };
}

function vectorOf(graph: GraphBuilder, number: number, length: number): Value {
  return graph.constant(`all:${number}:${length}`, [length], new Float32Array(length).fill(number));
}
