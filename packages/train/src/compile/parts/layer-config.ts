import { z } from 'zod';
import type { Value } from '../../graph/ir/graph-builder.ts';
import type { Borders } from '../../graph/emit/rearrange.ts';
import { slideShape, type Window } from '../../graph/emit/window.ts';
import type { LayerNode } from '../../model/layers/layer-node.ts';
import { unsupportedLayer } from '../../model/layers/unsupported.ts';

const pair = z
  .union([z.number().transform((size) => [size, size] as const), z.tuple([z.number(), z.number()])])
  .readonly();

/** The configuration of convolutions, as Keras names it. */
export const convolutionSchema = z.object({
  kernel_size: pair,
  strides: pair.default([1, 1]),
  padding: z.enum(['valid', 'same']).default('valid'),
  dilation_rate: pair.default([1, 1]).refine(([a, b]) => a === 1 && b === 1, 'must be 1'),
  groups: z.literal(1).default(1),
  data_format: z.enum(['channelsLast', 'channels_last']).nullish(),
});

export const poolingSchema = z.object({
  pool_size: pair,
  strides: pair.nullish(),
  padding: z.enum(['valid', 'same']).default('valid'),
  data_format: z.enum(['channelsLast', 'channels_last']).nullish(),
});

/**
 * A layer's configuration, checked.
 *
 * @throws {SproutError} `model-unsupported`, naming layer and key.
 */
export function layerConfig<T>({ name, config }: LayerNode, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(config);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!; // a failed parse has an issue
  throw unsupportedLayer(name, `${issue.path.join('.')}: ${issue.message}`);
}

export interface WindowOptions {
  readonly layer: LayerNode;
  readonly size: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'valid' | 'same';
}

/**
 * The window of a layer over an image. As in TensorFlow, an odd border pixel is at the bottom or the right.
 *
 * @throws {SproutError} `model-unsupported`, naming the layer, where the image is smaller than the window.
 */
export function windowOver(image: Value, options: WindowOptions): Window {
  const { layer, size, strides } = options;
  const window = { size, strides, borders: bordersOver(image, options) };
  const [height, width] = slideShape(image, window);
  if (height > 0 && width > 0) return window;
  const reason = `its window of ${size.join(' x ')} does not fit ${image.shape.slice(2).join(' x ')} pixels`;
  throw unsupportedLayer(layer.name, reason);
}

function bordersOver(image: Value, { size, strides, padding }: WindowOptions): Borders {
  if (padding === 'valid') return { top: 0, left: 0, bottom: 0, right: 0 };
  const [height, width] = [0, 1].map((axis) => {
    const length = Number(image.shape[axis + 2]);
    const steps = Math.ceil(length / strides[axis]!) - 1;
    return Math.max(0, steps * strides[axis]! + size[axis]! - length);
  }) as [number, number]; // two axes
  const [top, left] = [Math.floor(height / 2), Math.floor(width / 2)];
  return { top, left, bottom: height - top, right: width - left };
}
