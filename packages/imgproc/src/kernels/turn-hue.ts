import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { orderOf, putColour } from './sextant-colour.ts';

const { fround } = Math;

/** The hues of Pillow: 0 to 255. */
const HUES = 256;

/**
 * Converts RGB to the HSV of Pillow, adds to the hue, and converts back, bit for bit as Pillow.
 *
 * @param source Only read.
 * @param steps A whole number; 256 steps are a whole turn.
 */
export function turnHue(source: Raster, steps: number): Raster {
  const data = turnInWasm(source.data, steps & (HUES - 1));
  return data === undefined ? turnScalar(source, steps) : { ...source, data };
}

/** The values of `turnHue`, computed in WebAssembly. `undefined` where there is none. */
function turnInWasm(data: Uint8Array, steps: number): Uint8Array | undefined {
  const space = 12 * HUES;
  return withPixels(data, space + data.length, ({ kernels, source, free }) => {
    new Uint32Array(kernels.memory.buffer, free, 3 * HUES).set(TABLES);
    kernels.turnHue(source, data.length, steps, free, free + space);
    return bytesAt(kernels, free + space, data.length);
  });
}

/** `turnHue` without WebAssembly. */
export function turnScalar(source: Raster, steps: number): Raster {
  const { data } = source;
  const result = new Uint8Array(data.length);
  const shift = steps & (HUES - 1);
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]!;
    const green = data[at + 1]!;
    const blue = data[at + 2]!;
    const largest = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const smallest = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    const range = largest - smallest;
    const saturation = fround(range / (largest || 1)) * 255;
    const part = PARTS[Math.trunc(saturation)]!;
    const hue = (hueOf(largest - red, largest - green, largest - blue) + shift) & (HUES - 1);
    const after = PLACE[hue]!;
    putColour(result, at, {
      sextant: SEXTANT[hue]!,
      top: largest,
      falling: Math.trunc(largest * (1 - part * after) + 0.5),
      rising: Math.trunc(largest * (1 - part * (1 - after)) + 0.5),
      low: Math.trunc(largest * (1 - part) + 0.5),
    });
  }
  return { ...source, data: result };
}

/** The hue of a colour by the distances of its channels from the largest one; 0 for grey. */
function hueOf(red: number, green: number, blue: number): number {
  const range = Math.max(red, green, blue);
  if (range === 0) return 0;
  const redPart = fround(red / range);
  const greenPart = fround(green / range);
  const bluePart = fround(blue / range);
  const sixths =
    red === 0
      ? fround(bluePart - greenPart)
      : green === 0
        ? fround(2 + redPart - bluePart)
        : fround(4 + greenPart - redPart);
  const turn = sixths / 6 + 1;
  return Math.trunc(fround(turn >= 1 ? turn - 1 : turn) * 255);
}

/** Each byte divided by 255, in single precision. */
const PARTS = Float32Array.from({ length: HUES }, (_, value) => value / 255);
const SEXTANT = Uint8Array.from({ length: HUES }, (_, hue) => Math.floor((hue * 6) / 255) % 6);
/** The distance of a hue from the start of its sextant, in single precision. */
const PLACE = Float32Array.from(
  { length: HUES },
  (_, hue) => (hue * 6) / 255 - Math.floor((hue * 6) / 255),
);

/** The tables of the kernel: `PARTS`, and then for each hue its place and the order of its channels. */
const TABLES = new Uint32Array(3 * HUES);
new Float32Array(TABLES.buffer).set(PARTS);
for (let hue = 0; hue < HUES; hue++) {
  new Float32Array(TABLES.buffer)[HUES + 2 * hue] = PLACE[hue]!;
  TABLES[HUES + 2 * hue + 1] = orderOf(SEXTANT[hue]!);
}
