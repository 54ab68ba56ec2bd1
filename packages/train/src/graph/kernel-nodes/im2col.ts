import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { imageShape, type Window } from '../emit/window.ts';
import { kernelNode } from './kernel-node.ts';
import { windowParameters } from './window-parameters.ts';

/**
 * im2col of an image in NCHW, by a kernel: `[batch, 1, window height * window width * channels, rows * columns]`. Each column
 * holds the pixels under one position of the window. The result is larger than the image by a factor of about the number of
 * taps, so this is for images of few channels.
 */
export function im2col(graph: GraphBuilder, image: Value, window: Window): Value {
  const [batch, channels] = imageShape(image);
  const parameters = windowParameters(image, window);
  const { rows, columns, windowHeight, windowWidth } = parameters;
  const [result] = kernelNode(graph, 'im2col', {
    inputs: [image],
    results: [{ shape: [batch, 1, windowHeight * windowWidth * channels, rows * columns] }],
    parameters: { ...parameters, channels },
  });
  return result!; // one result
}
