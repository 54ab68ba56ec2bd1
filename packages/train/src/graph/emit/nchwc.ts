import type { GraphBuilder, Value } from '../ir/graph-builder.ts';

/** onnxruntime's operators on images in NCHWc. */
export const NCHWC_DOMAIN = 'com.microsoft.nchwc';

/**
 * Reorders an image from NCHW, `[batch, channels, height, width]`, to NCHWc, the layout of onnxruntime's convolutions:
 * `[batch, channels / c, height, width, c]`, where `c` is the graph's `channelBlock`. The result keeps the shape of the image
 * in NCHW. `c` must divide the channels. Adds no node where the graph already has the image in NCHWc.
 */
export function toNchwc(graph: GraphBuilder, image: Value): Value {
  const known = graph.nchwc.get(image);
  if (known !== undefined) return known;
  const result = graph.node('ReorderInput', [image], { shape: image.shape, domain: NCHWC_DOMAIN });
  graph.nchwc.set(image, result);
  return result;
}

/** Reorders an image from NCHWc to NCHW. The node is not executed where only `toNchwc` uses the result. */
export function fromNchwc(graph: GraphBuilder, nchwc: Value): Value {
  const { shape } = nchwc;
  const image = graph.node('ReorderOutput', [nchwc], {
    shape,
    domain: NCHWC_DOMAIN,
    attributes: { channels: { int: Number(shape[1]) } },
  });
  graph.nchwc.set(image, nchwc);
  return image;
}
