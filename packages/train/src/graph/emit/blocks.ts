import type { GraphBuilder, Value } from '../ir/graph-builder.ts';

const DOMAIN = 'com.microsoft.nchwc';

/** Images -> the same in blocks, where that has been made. */
const blocksOf = new WeakMap<Value, Value>();

/**
 * An image `[batch, channels, height, width]` as `[batch, channels / block, height, width, block]`, under its plain shape:
 * as onnxruntime's blocked convolutions take it. Channels must fill whole blocks.
 */
export function toBlocks(graph: GraphBuilder, image: Value): Value {
  const known = blocksOf.get(image);
  if (known !== undefined) return known;
  const blocks = graph.node('ReorderInput', [image], { shape: image.shape, domain: DOMAIN });
  blocksOf.set(image, blocks);
  return blocks;
}

/** What `toBlocks` made, as a plain image. Costs nothing where the plain image is not used. */
export function fromBlocks(graph: GraphBuilder, blocks: Value): Value {
  const { shape } = blocks;
  const image = graph.node('ReorderOutput', [blocks], {
    shape,
    domain: DOMAIN,
    attributes: { channels: { int: Number(shape[1]) } },
  });
  blocksOf.set(image, blocks);
  return image;
}

/** Whether `toBlocks` costs nothing. */
export function hasBlocks(image: Value): boolean {
  return blocksOf.has(image);
}
