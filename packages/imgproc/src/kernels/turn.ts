import type { Raster } from '@sprout/core';
import { reverseRows } from './mirror.ts';
import { gatherInWasm, type Gathering, reverseRowsInWasm } from './move-pixels-in-wasm.ts';

/** A new raster, turned counter-clockwise by 90 degrees: `numpy.rot90`. */
export function turnQuarter(source: Raster): Raster {
  const { height, width } = source;
  return gathered(source, {
    first: width - 1,
    below: -1,
    right: width,
    rows: width,
    columns: height,
  });
}

/** A new raster, turned clockwise by 90 degrees. */
function turnQuarterBack(source: Raster): Raster {
  const { height, width } = source;
  return gathered(source, {
    first: (height - 1) * width,
    below: 1,
    right: -width,
    rows: width,
    columns: height,
  });
}

/** A new raster with rows and columns exchanged: the first row becomes the first column. */
export function transpose(source: Raster): Raster {
  const { height, width } = source;
  return gathered(source, { first: 0, below: 1, right: width, rows: width, columns: height });
}

/** A new raster, turned by 180 degrees: the last pixel becomes the first. */
export function turnHalf(source: Raster): Raster {
  const { height, width, channels, data } = source;
  const line = { rows: 1, width: height * width };
  const fast = channels === 3 ? reverseRowsInWasm(data, line) : undefined;
  return { ...source, data: fast ?? reverseRows({ ...source, ...line }) };
}

/**
 * Turns an image counter-clockwise by a number of quarter turns.
 *
 * @param source Only read, and returned for 0.
 * @param quarters 0 to 3.
 */
export function turnQuarters(source: Raster, quarters: number): Raster {
  if (quarters === 0) return source;
  if (quarters === 2) return turnHalf(source);
  return quarters === 1 ? turnQuarter(source) : turnQuarterBack(source);
}

function gathered(source: Raster, order: Gathering): Raster {
  const { channels, data } = source;
  const fast = channels === 3 ? gatherInWasm(data, order) : undefined;
  const { rows, columns } = order;
  return { height: rows, width: columns, channels, data: fast ?? gather(source, order) };
}

/** Reads pixels in another order, for any number of channels, without WebAssembly. */
export function gather(
  { channels, data }: Raster,
  { first, below, right, rows, columns }: Gathering,
): Uint8Array {
  const result = new Uint8Array(data.length);
  let to = 0;
  for (let row = 0; row < rows; row++) {
    let from = (first + row * below) * channels;
    for (let column = 0; column < columns; column++, from += right * channels, to += channels) {
      for (let channel = 0; channel < channels; channel++)
        result[to + channel] = data[from + channel]!;
    }
  }
  return result;
}
