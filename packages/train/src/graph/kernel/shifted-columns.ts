import { toBlocks } from '../emit/blocks.ts';
import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { KERNEL_DOMAIN } from './kernel-domain.ts';
import { view } from './view.ts';
import { imageShape, type Window } from '../emit/window.ts';

export interface ShiftedColumnsOptions {
  readonly window: Window;
  /** (rows, columns): as many rows as the image has, and those of the border at its top. */
  readonly size: readonly [number, number];
  /** Whether samples lie side by side in each channel. */
  readonly samplesInside: boolean;
}

/**
 * What the rows of a kernel meet: for each, `[batch, 1, window width * channels, rows * columns]`, where `[n, 0, j *
 * channels + c, y * columns + x]` is the image's pixel `(y + row - top, x + j - left)`, or zero where there is none. With
 * the samples inside, `[window width * channels, batch * rows * columns]`. All rows are views of one tensor, which one
 * kernel makes; so what is met from the last rows of a plane on is of use only where it is multiplied by zero.
 */
export function shiftedColumns(
  graph: GraphBuilder,
  image: Value,
  { window, size, samplesInside }: ShiftedColumnsOptions,
): Value[] {
  const [batch, channels, height, width] = imageShape(image);
  const [rows, columns] = size;
  const [windowHeight, windowWidth] = window.size;
  const { top, left } = window.borders;
  const lead = top * columns;
  const tail = (windowHeight - 1 - top) * columns;
  const patch = windowWidth * channels;
  const samples = Number(batch);
  const plane = rows * columns;
  const shifted = graph.node('shiftBlocks', [toBlocks(graph, image)], {
    shape: [lead + samples * patch * plane + tail],
    domain: KERNEL_DOMAIN,
    attributes: {
      batch: { int: samples },
      block: { int: graph.channelBlock },
      blocks: { int: channels / graph.channelBlock },
      height: { int: height },
      width: { int: width },
      rows: { int: rows },
      columns: { int: columns },
      windowWidth: { int: windowWidth },
      left: { int: left },
      lead: { int: lead },
      tail: { int: tail },
      samplesInside: { int: Number(samplesInside) },
    },
  });
  const shape = samplesInside ? [patch, samples * plane] : [samples, 1, patch, plane];
  return Array.from({ length: windowHeight }, (_, row) =>
    view(graph, shifted, { shape, offset: row * columns }),
  );
}
