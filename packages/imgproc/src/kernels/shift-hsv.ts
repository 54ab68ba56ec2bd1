import type { Raster } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { HUE_DIVISORS, HUES, PARTS_OF_255, SATURATION_DIVISORS } from './hsv-tables.ts';
import { orderOf, putColour } from './sextant-colour.ts';

const { fround } = Math;

export interface HsvShift {
  /** Added to the hue, in steps of 2 degrees. */
  readonly hue: number;
  /** Added to the saturation, 0 to 255, rounded towards zero. Grey pixels stay grey. */
  readonly saturation: number;
  /** Added to the value, 0 to 255, rounded towards zero. */
  readonly value: number;
}

/** For each hue, after the shift: its sextant of the colour circle, and its distances from the start and from the end of the sextant. */
interface HuePlaces {
  readonly sextant: Uint8Array;
  readonly after: Float32Array;
  readonly before: Float32Array;
}

/**
 * Converts RGB to the integer HSV of OpenCV, adds to the three channels, and converts back. The operations are those of OpenCV in
 * single precision, with its rounding to the nearest value.
 *
 * @param source Only read, and returned if nothing is added.
 */
export function shiftHsv(source: Raster, shift: HsvShift): Raster {
  if (shift.hue === 0 && shift.saturation === 0 && shift.value === 0) return source;
  const data = shiftInWasm(source.data, shift);
  return data === undefined ? shiftScalar(source, shift) : { ...source, data };
}

/** The shifted saturation of each saturation, and the shifted value of each value, 0 to 1. */
function shiftedParts({ saturation, value }: HsvShift): {
  readonly parts: Float32Array;
  readonly wholes: Float32Array;
} {
  const saturations = shifted(saturation);
  if (saturation !== 0) saturations[0] = 0;
  return {
    parts: Float32Array.from(saturations, (each) => PARTS_OF_255[each]!),
    wholes: Float32Array.from(shifted(value), (each) => PARTS_OF_255[each]!),
  };
}

/** The values of `shiftHsv`, computed in WebAssembly. `undefined` where there is none. */
function shiftInWasm(data: Uint8Array, shift: HsvShift): Uint8Array | undefined {
  const { sextant, after, before } = huePlaces(shift.hue);
  const { parts, wholes } = shiftedParts(shift);
  const orders = Uint32Array.from(sextant, orderOf);
  const tables = [SATURATION_DIVISORS, HUE_DIVISORS, after, before, parts, wholes, orders];
  const space = 7 * 1024;
  return withPixels(data, space + data.length, ({ kernels, source, free }) => {
    const memory = new Uint8Array(kernels.memory.buffer, free, space);
    for (const [index, table] of tables.entries()) {
      memory.set(new Uint8Array(table.buffer), 1024 * index);
    }
    kernels.shiftHsv(source, data.length, free, free + space);
    return bytesAt(kernels, free + space, data.length);
  });
}

/** `shiftHsv` without WebAssembly. */
export function shiftScalar(source: Raster, shift: HsvShift): Raster {
  const { data } = source;
  const { sextant, after, before } = huePlaces(shift.hue);
  const { parts, wholes } = shiftedParts(shift);
  const result = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]!;
    const green = data[at + 1]!;
    const blue = data[at + 2]!;
    const largest = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const smallest = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    const range = largest - smallest;
    const turn =
      largest === red
        ? green - blue
        : largest === green
          ? blue - red + 2 * range
          : red - green + 4 * range;
    const hue = (turn * HUE_DIVISORS[range]! + 2048) >> 12;
    const index = hue < 0 ? hue + HUES : hue;
    const part = parts[(range * SATURATION_DIVISORS[largest]! + 2048) >> 12]!;
    const whole = wholes[largest]!;
    putColour(result, at, {
      sextant: sextant[index]!,
      top: fround(whole * 255),
      falling: fround(fround(whole * fround(1 - part * after[index]!)) * 255),
      rising: fround(fround(whole * fround(1 - part * before[index]!)) * 255),
      low: fround(fround(whole * fround(1 - part)) * 255),
    });
  }
  return { ...source, data: new Uint8Array(result.buffer) };
}

/** Each byte plus a number that is rounded towards zero; the sum is limited to bytes. */
function shifted(by: number): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => value + Math.trunc(by));
}

function huePlaces(shift: number): HuePlaces {
  const places = {
    sextant: new Uint8Array(256),
    after: new Float32Array(256),
    before: new Float32Array(256),
  };
  for (let hue = 0; hue < 256; hue++) {
    const turned = (hue + shift) % HUES;
    const sixths = fround(Math.trunc(turned < 0 ? turned + HUES : turned) * fround(6 / HUES));
    places.sextant[hue] = Math.floor(sixths) % 6;
    places.after[hue] = sixths - Math.floor(sixths);
    places.before[hue] = 1 - places.after[hue]!;
  }
  return places;
}
