import type { Raster } from '@sprout/core';

/**
 * Puts the channels of an RGB image into another order.
 *
 * @param source Only read, and returned if the order stays the same.
 * @param order The channels of the source that become red, green and blue.
 */
export function shuffleChannels(
  source: Raster,
  [first, second, third]: readonly [number, number, number],
): Raster {
  if (first === 0 && second === 1 && third === 2) return source;
  const { data } = source;
  const result = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    result[at] = data[at + first]!;
    result[at + 1] = data[at + second]!;
    result[at + 2] = data[at + third]!;
  }
  return { ...source, data: result };
}
