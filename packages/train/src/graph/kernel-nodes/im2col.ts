import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { imageShape, slideShape, type Window } from '../emit/window.ts';
import { kernelNode } from './kernel-node.ts';

/**
 * im2col of an image in NCHW, by a kernel: `[batch, 1, window height * window width * channels, rows * columns]`. Each column
 * holds the pixels under one position of the window. The result is larger than the image by a factor of about the number of
 * taps, so this is for images of few channels.
 */
export function im2col(graph: GraphBuilder, image: Value, window: Window): Value {
  const [batch, channels, height, width] = imageShape(image);
  const [rows, columns] = slideShape(image, window);
  const { size, strides, borders } = window;
  const [result] = kernelNode(graph, 'im2col', {
    inputs: [image],
    results: [{ shape: [batch, 1, size[0] * size[1] * channels, rows * columns] }],
    parameters: {
      batch: Number(batch),
      channels,
      height,
      width,
      rows,
      columns,
      windowHeight: size[0],
      windowWidth: size[1],
      strideHeight: strides[0],
      strideWidth: strides[1],
      top: borders.top,
      left: borders.left,
    },
  });
  return result!; // one result
}
