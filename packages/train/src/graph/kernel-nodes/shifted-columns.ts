import { toNchwc } from '../emit/nchwc.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { imageShape, type Window } from '../emit/window.ts';
import { kernelNode } from './kernel-node.ts';
import { view } from './view.ts';

export interface ShiftedColumnsOptions {
  readonly window: Window;
  /** (rows, columns) of the result. `rows` is the height of the image plus its upper border. */
  readonly size: readonly [number, number];
  /** Whether the batch is an axis inside the channels: each row of a matrix holds one channel of all images. */
  readonly imagesInside: boolean;
}

/**
 * im2col of an image in NCHWc, for strides of one pixel, as one matrix for each row of the window: `[batch, 1, window width *
 * channels, rows * columns]`. Matrix `i` holds at `[n, 0, j * channels + c, y * columns + x]` the pixel `(y + i - top, x + j -
 * left)` of the image, or zero outside the image. With `imagesInside` the shape is `[window width * channels, batch * rows *
 * columns]`.
 *
 * One kernel copies the image once for each column of the window. The matrices are views of the result from different offsets,
 * so the last rows of a matrix may hold numbers of the next plane. They must be multiplied by zeros only.
 */
export function shiftedColumns(
  graph: GraphBuilder,
  image: Value,
  { window, size, imagesInside }: ShiftedColumnsOptions,
): Value[] {
  const [batch, channels, height, width] = imageShape(image);
  const [rows, columns] = size;
  const [windowHeight, windowWidth] = window.size;
  const { top, left } = window.borders;
  const lead = top * columns;
  const tail = (windowHeight - 1 - top) * columns;
  const matrixRows = windowWidth * channels;
  const images = Number(batch);
  const plane = rows * columns;
  const [shifted] = kernelNode(graph, 'shiftImage', {
    inputs: [toNchwc(graph, image)],
    results: [{ shape: [lead + images * matrixRows * plane + tail] }],
    parameters: {
      batch: images,
      channelBlock: graph.channelBlock,
      blocks: channels / graph.channelBlock,
      height,
      width,
      rows,
      columns,
      windowWidth,
      left,
      lead,
      tail,
      imagesInside: Number(imagesInside),
    },
  }) as [Value]; // one result
  const shape = imagesInside ? [matrixRows, images * plane] : [images, 1, matrixRows, plane];
  return Array.from({ length: windowHeight }, (_, row) =>
    view(graph, shifted, { shape, offset: row * columns }),
  );
}
