import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';

/** The channels of the source that become red, green and blue. */
export type ChannelOrder = readonly [number, number, number];

/**
 * Puts the channels of an RGB image into another order.
 *
 * @param source Only read, and returned if the order stays the same.
 */
export function shuffleChannels(source: Raster, order: ChannelOrder): Raster {
  if (order.every((channel, index) => channel === index)) return source;
  const { length } = source.data;
  const data = withPixels(source.data, length, ({ kernels, source: from, free }) => {
    kernels.reorderChannels(from, length, ...order, free);
    return bytesAt(kernels, free, length);
  });
  return data === undefined ? shuffleScalar(source, order) : { ...source, data };
}

/** `shuffleChannels` without WebAssembly. */
export function shuffleScalar(source: Raster, [first, second, third]: ChannelOrder): Raster {
  const { data } = source;
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    result[at] = data[at + first]!;
    result[at + 1] = data[at + second]!;
    result[at + 2] = data[at + third]!;
  }
  return { ...source, data: result };
}
