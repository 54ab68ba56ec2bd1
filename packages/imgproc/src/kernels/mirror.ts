import type { Raster } from '@sprout/core';
import { copyRowsInWasm, reverseRowsInWasm } from './move-pixels-in-wasm.ts';

/** A new raster with left and right swapped. */
export function mirrorColumns(source: Raster): Raster {
  const { height, width, channels, data } = source;
  const fast = channels === 3 ? reverseRowsInWasm(data, { rows: height, width }) : undefined;
  return { ...source, data: fast ?? reverseRows(source) };
}

/** As `mirrorColumns`, for any number of channels, without WebAssembly. */
export function reverseRows({ width, channels, data }: Raster): Uint8Array {
  const result = new Uint8Array(data.length);
  const rowLength = width * channels;
  for (let row = 0; row < data.length; row += rowLength) {
    let to = row + rowLength - channels;
    for (let from = row; from < row + rowLength; from += channels, to -= channels) {
      for (let channel = 0; channel < channels; channel++)
        result[to + channel] = data[from + channel]!;
    }
  }
  return result;
}

/** A new raster with top and bottom swapped. */
export function mirrorRows(source: Raster): Raster {
  const { height, width, channels, data } = source;
  const length = width * channels;
  const start = (height - 1) * length;
  const fast = copyRowsInWasm(data, { start, step: -length, length, rows: height });
  return { ...source, data: fast ?? swapRows(source) };
}

/** As `mirrorRows`, without WebAssembly. */
export function swapRows({ height, width, channels, data }: Raster): Uint8Array {
  const result = new Uint8Array(data.length);
  const rowLength = width * channels;
  for (let row = 0; row < height; row++) {
    const from = row * rowLength;
    result.set(data.subarray(from, from + rowLength), (height - 1 - row) * rowLength);
  }
  return result;
}
