import { toNchwc } from '../emit/nchwc.ts';
import { imageShape, type Shaped, type Window } from '../emit/window.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { kernelNode } from './kernel-node.ts';
import type { KernelParameters } from './kernel-parameters.ts';
import { windowParameters } from './window-parameters.ts';

/** Whether the kernels below support depthwise convolutions of `channels` channels. */
export function hasDepthwiseKernels(graph: GraphBuilder, channels: number): boolean {
  return graph.kernels && channels % graph.channelBlock === 0;
}

/**
 * The gradient of a depthwise convolution with respect to its filters, by a kernel: `[channels / c, window height, window width,
 * c]`.
 */
export function depthwiseFilterSums(
  graph: GraphBuilder,
  [image, gradient]: readonly [Value, Value],
  window: Window,
): Value {
  const { channelBlock } = graph;
  const parameters = parametersOf(graph, image, window);
  const taps = [...window.size, channelBlock];
  const [, result] = kernelNode(graph, 'depthwiseFilterGradient', {
    inputs: [toNchwc(graph, image), toNchwc(graph, gradient)],
    results: [{ shape: [parameters.blocks, 2, ...taps] }, { shape: [parameters.blocks, ...taps] }],
    parameters,
  });
  return result!; // the second result, after the memory for sums
}

/**
 * The gradient of a depthwise convolution with respect to its image, in NCHWc, by a kernel.
 *
 * @param filters `[channels / c, window height, window width, c]`.
 * @param image Of the shape of the image.
 */
export function depthwiseInputSums(
  graph: GraphBuilder,
  [gradient, filters]: readonly [Value, Value],
  { window, image }: { readonly window: Window; readonly image: Shaped },
): Value {
  const [result] = kernelNode(graph, 'depthwiseInputGradient', {
    inputs: [toNchwc(graph, gradient), filters],
    results: [{ shape: image.shape }],
    parameters: parametersOf(graph, image, window),
  });
  return result!; // one result
}

function parametersOf(
  { channelBlock }: GraphBuilder,
  image: Shaped,
  window: Window,
): KernelParameters<'depthwiseFilterGradient'> {
  const [, channels] = imageShape(image);
  return { ...windowParameters(image, window), blocks: channels / channelBlock, channelBlock };
}
