import type { GraphBuilder, Value } from './graph-builder.ts';
import { reshape, transpose } from './rearrange.ts';
import { slideShape, type Window, windowAttributes } from './window.ts';

export interface ConvolveOptions {
  readonly window: Window;
  readonly groups?: number;
  readonly bias?: Value;
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
  const { window, groups = 1, bias } = options;
  if (groups === 1 && fillsBlocks(graph, kernel)) return convolveInBlocks(graph, operands, options);
  const inputs = bias === undefined ? operands : [...operands, bias];
  return graph.node('Conv', inputs, {
    shape: [image.shape[0]!, kernel.shape[0]!, ...slideShape(image, window)],
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
 * The kernel becomes `[filters / block, channels / block, height, width, block of channels, block of filters]`.
 *
 * @see onnxruntime's `MlasReorderFilterOIHWBiBo`.
 */
function convolveInBlocks(
  graph: GraphBuilder,
  [image, kernel]: readonly [Value, Value],
  { window, bias }: ConvolveOptions,
): Value {
  const { channelBlock } = graph;
  const [filters, channels, height, width] = kernel.shape.map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const halves = [filters / channelBlock, channelBlock, channels / channelBlock, channelBlock];
  const split = reshape(graph, kernel, [...halves, height, width]);
  const blocks = reshape(graph, transpose(graph, split, [0, 2, 4, 5, 3, 1]), kernel.shape);
  const domain = 'com.microsoft.nchwc';
  const inputs = [graph.node('ReorderInput', [image], { shape: image.shape, domain }), blocks];
  const shape = [image.shape[0]!, filters, ...slideShape(image, window)];
  const result = graph.node('Conv', bias === undefined ? inputs : [...inputs, bias], {
    shape,
    domain,
    attributes: { ...windowAttributes(window), group: { int: 1 } },
  });
  return graph.node('ReorderOutput', [result], {
    shape,
    domain,
    attributes: { channels: { int: filters } },
  });
}
