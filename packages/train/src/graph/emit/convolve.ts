import { fromBlocks, toBlocks } from './blocks.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { reshape, reverse, transpose } from './rearrange.ts';
import { slideShape, type Window, windowAttributes } from './window.ts';

export interface ConvolveOptions {
  readonly window: Window;
  readonly groups?: number;
  readonly bias?: Value;
  /** Takes the kernel turned by 180 degrees, filters and channels swapped, as going back through a convolution does. */
  readonly back?: boolean;
}

/**
 * Convolves `[batch, channels, height, width]` with a kernel `[filters, channels / groups, height, width]`, and adds a
 * bias `[filters]`.
 */
export function convolve(
  graph: GraphBuilder,
  operands: readonly [Value, Value],
  options: ConvolveOptions,
): Value {
  const [image, kernel] = operands;
  const { window, groups = 1, bias, back = false } = options;
  if (groups === 1 && fitsBlocks(graph, kernel, back))
    return convolveInBlocks(graph, operands, options);
  const filters = back ? reverse(graph, transpose(graph, kernel, [1, 0, 2, 3]), [2, 3]) : kernel;
  const inputs = bias === undefined ? [image, filters] : [image, filters, bias];
  return graph.node('Conv', inputs, {
    shape: [image.shape[0]!, filters.shape[0]!, ...slideShape(image, window)],
    attributes: { ...windowAttributes(window), group: { int: groups } },
  });
}

/**
 * Whether onnxruntime has a blocked convolution for a kernel that is worth the rearranging of image and result. It takes an
 * image of few channels as it is, but only kernels use the result as it comes.
 */
function fitsBlocks(graph: GraphBuilder, { shape }: Value, back: boolean): boolean {
  const { channelBlock, kernels } = graph;
  const [filters, channels, height, width] = shape.map(Number) as [number, number, number, number];
  if (channelBlock === 1 || height * width === 1 || filters % channelBlock !== 0) return false;
  return channels % channelBlock === 0 || (kernels && !back && channels < channelBlock);
}

/**
 * The same with channels in blocks as long as a vector, which onnxruntime does by itself only where the kernel is a constant.
 */
function convolveInBlocks(
  graph: GraphBuilder,
  [image, kernel]: readonly [Value, Value],
  { window, bias, back = false }: ConvolveOptions,
): Value {
  const blocks = blocksOf(graph, kernel, back);
  const areWhole = Number(image.shape[1]) % graph.channelBlock === 0;
  const inputs = [areWhole ? toBlocks(graph, image) : image, blocks];
  const [filters] = blocks.shape;
  const result = graph.node('Conv', bias === undefined ? inputs : [...inputs, bias], {
    shape: [image.shape[0]!, filters!, ...slideShape(image, window)],
    domain: 'com.microsoft.nchwc',
    attributes: { ...windowAttributes(window), group: { int: 1 } },
  });
  return fromBlocks(graph, result);
}

/**
 * A kernel as `[filters / block, channels / block, height, width, block of channels, block of filters]`, under its plain
 * shape; few channels are blocks of one. To go back, filters and channels change places, and the taps are reversed once
 * whole blocks hang on each.
 *
 * @see onnxruntime's `MlasReorderFilterOIHWBiBo`.
 */
function blocksOf(graph: GraphBuilder, kernel: Value, back: boolean): Value {
  const { channelBlock: block } = graph;
  const [filters, channels, height, width] = kernel.shape.map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const own = channels % block === 0 ? block : 1;
  const split = [filters / block, block, channels / own, own, height * width];
  const parts = reshape(graph, kernel, split);
  if (!back) return reshape(graph, transpose(graph, parts, [0, 2, 4, 3, 1]), kernel.shape);
  const swapped = reverse(graph, transpose(graph, parts, [2, 0, 4, 1, 3]), [2]);
  return reshape(graph, swapped, [channels, filters, height, width]);
}
