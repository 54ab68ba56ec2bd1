import type { Raster } from '@sprout/core';
import { withPixels } from '../wasm/with-pixels.ts';

/** The number of times that each value occurs in each channel: 256 counts for each channel, one channel after the other. */
export function channelHistograms(source: Raster): Uint32Array {
  const counts = source.channels === 3 ? countInWasm(source.data) : undefined;
  return counts ?? countScalar(source);
}

/** The counts of RGB, computed in WebAssembly. `undefined` where there is none. */
function countInWasm(data: Uint8Array): Uint32Array | undefined {
  const numbers = 3 * 256;
  return withPixels(data, 2 * 4 * numbers, ({ kernels, source, free }) => {
    kernels.countValues(source, data.length, free);
    return new Uint32Array(kernels.memory.buffer, free, numbers).slice();
  });
}

/** `channelHistograms` without WebAssembly. */
export function countScalar({ data, channels }: Raster): Uint32Array {
  const counts = new Uint32Array(256 * channels);
  for (let channel = 0; channel < channels; channel++) {
    const start = 256 * channel;
    for (let at = channel; at < data.length; at += channels) counts[start + data[at]!]!++;
  }
  return counts;
}

/** A table for each channel, one after the other, made from the channel's histogram. */
export function histogramTables(
  source: Raster,
  tableOf: (counts: Uint32Array) => Uint8Array,
): Uint8Array {
  const counts = channelHistograms(source);
  const tables = new Uint8Array(counts.length);
  for (let start = 0; start < counts.length; start += 256) {
    tables.set(tableOf(counts.subarray(start, start + 256)), start);
  }
  return tables;
}
