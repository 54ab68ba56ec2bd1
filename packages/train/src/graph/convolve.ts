import type { GraphBuilder, Value } from './graph-builder.ts';
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
  if (groups === 1 && fillsBlocks(graph, kernel)) return convolveInBlocks(graph, operands, options);
  const filters = back ? reverse(graph, transpose(graph, kernel, [1, 0, 2, 3]), [2, 3]) : kernel;
  const inputs = bias === undefined ? [image, filters] : [image, filters, bias];
  return graph.node('Conv', inputs, {
    shape: [image.shape[0]!, filters.shape[0]!, ...slideShape(image, window)],
    attributes: { ...windowAttributes(window), group: { int: groups } },
  });
}

/** Whether a kernel is large enough to be worth the rearranging of image and result. */
function fillsBlocks({ channelBlock }: GraphBuilder, { shape }: Value): boolean {
  const [filters, channels, height, width] = shape.map(Number) as [number, number, number, number];
  const areWhole = filters % channelBlock === 0 && channels % channelBlock === 0;
  return channelBlock > 1 && areWhole && height * width > 1;
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
  const domain = 'com.microsoft.nchwc';
  const inputs = [graph.node('ReorderInput', [image], { shape: image.shape, domain }), blocks];
  const [filters] = blocks.shape;
  const shape = [image.shape[0]!, filters!, ...slideShape(image, window)];
  const result = graph.node('Conv', bias === undefined ? inputs : [...inputs, bias], {
    shape,
    domain,
    attributes: { ...windowAttributes(window), group: { int: 1 } },
  });
  return graph.node('ReorderOutput', [result], {
    shape,
    domain,
    attributes: { channels: { int: Number(filters) } },
  });
}

/**
 * A kernel as `[filters / block, channels / block, height, width, block of channels, block of filters]`, under its plain shape. To
 * go back, filters and channels change places, and the taps are reversed once whole blocks hang on each.
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
  const split = [filters / block, block, channels / block, block, height * width];
  const parts = reshape(graph, kernel, split);
  if (!back) return reshape(graph, transpose(graph, parts, [0, 2, 4, 3, 1]), kernel.shape);
  const swapped = reverse(graph, transpose(graph, parts, [2, 0, 4, 1, 3]), [2]);
  return reshape(graph, swapped, [channels, filters, height, width]);
}
