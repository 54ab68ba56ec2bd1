import type { GraphBuilder, Value } from '../ir/graph-builder.ts';
import { KERNEL_DOMAIN } from './kernel-domain.ts';
import { imageShape, slideShape, type Window } from '../emit/window.ts';

/**
 * What the taps of a kernel meet: `[batch, 1, window height * window width * channels, rows * columns]`, as one kernel. For
 * images of few channels: it holds the image once for each tap.
 */
export function cutPatches(graph: GraphBuilder, image: Value, window: Window): Value {
  const [batch, channels, height, width] = imageShape(image);
  const [rows, columns] = slideShape(image, window);
  const { size, strides, borders } = window;
  return graph.node('cutPatches', [image], {
    shape: [batch, 1, size[0] * size[1] * channels, rows * columns],
    domain: KERNEL_DOMAIN,
    attributes: {
      batch: { int: Number(batch) },
      channels: { int: channels },
      height: { int: height },
      width: { int: width },
      rows: { int: rows },
      columns: { int: columns },
      windowHeight: { int: size[0] },
      windowWidth: { int: size[1] },
      strideHeight: { int: strides[0] },
      strideWidth: { int: strides[1] },
      top: { int: borders.top },
      left: { int: borders.left },
    },
  });
}
