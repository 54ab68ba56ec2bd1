import { hasBlocks, toBlocks } from './blocks.ts';
import type { GraphBuilder, Value } from './graph-builder.ts';
import { KERNEL_DOMAIN } from './kernel-domain.ts';
import { view } from './view.ts';
import { imageShape, type Window } from './window.ts';

/**
 * What the rows of a kernel meet: for each, `[batch, window width * channels, rows * columns]`, where `[n, j * channels + c, y * columns + x]` is
 * the image's pixel `(y + row - top, x + j - left)`, or zero where there is none. All rows are views of one tensor; so `y` must not
 * leave `rows`, but where what it meets is multiplied by zero.
 *
 * @param size (rows, columns); as many rows as the image has, and the border's at its top.
 */
export function shiftedColumns(
  graph: GraphBuilder,
  image: Value,
  { window, size }: { readonly window: Window; readonly size: readonly [number, number] },
): Value[] {
  const [batch, channels, height, width] = imageShape(image);
  const [rows, columns] = size;
  const [windowHeight, windowWidth] = window.size;
  const { top, left } = window.borders;
  const inBlocks = hasBlocks(image);
  const block = inBlocks ? graph.channelBlock : 1;
  const lead = top * columns;
  const tail = (windowHeight - 1 - top) * columns;
  const shape = [Number(batch), windowWidth * channels, rows * columns];
  const numbers = shape.reduce((product, length) => product * length, 1);
  const shifted = graph.node(
    inBlocks ? 'shiftBlocks' : 'shiftPlanes',
    [inBlocks ? toBlocks(graph, image) : image],
    {
      shape: [lead + numbers + tail],
      domain: KERNEL_DOMAIN,
      attributes: {
        batch: { int: Number(batch) },
        block: { int: block },
        blocks: { int: channels / block },
        height: { int: height },
        width: { int: width },
        rows: { int: rows },
        columns: { int: columns },
        windowWidth: { int: windowWidth },
        left: { int: left },
        lead: { int: lead },
        tail: { int: tail },
      },
    },
  );
  return Array.from({ length: windowHeight }, (_, row) =>
    view(graph, shifted, { shape, offset: row * columns }),
  );
}
