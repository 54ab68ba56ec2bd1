import type { Raster } from '@sprout/core';
import { withPixels } from '../wasm/with-pixels.ts';

/** The luminance of ITU-R 601, 0 to 255, with the integer weights of Pillow's `convert('L')`. */
export function luminance(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
}

/**
 * The mean luminance of an image whose values are first replaced by their entries in a table.
 *
 * @param table 256 values.
 * @returns Rounded to the nearest whole number.
 */
export function meanLuminance({ data }: Raster, table: Uint8Array): number {
  const sum = sumInWasm(data, table) ?? sumOfLuminances(data, table);
  return Math.floor((3 * sum) / data.length + 0.5);
}

function sumInWasm(data: Uint8Array, table: Uint8Array): number | undefined {
  return withPixels(data, table.length + data.length, ({ kernels, source, free }) => {
    new Uint8Array(kernels.memory.buffer, free, table.length).set(table);
    const replaced = free + table.length;
    kernels.replaceValues(source, data.length, free, 0, replaced);
    return kernels.sumLuminance(replaced, data.length);
  });
}

/** The sum of the luminances, without WebAssembly. */
export function sumOfLuminances(data: Uint8Array, table: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 3) {
    sum += luminance(table[data[at]!]!, table[data[at + 1]!]!, table[data[at + 2]!]!);
  }
  return sum;
}
