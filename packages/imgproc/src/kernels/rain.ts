import type { Raster, Rng } from '@sprout/core';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { boxBlur } from './box-blur.ts';
import { lookUp } from './look-up.ts';
import { valueTable } from './value-table.ts';

export interface RainOptions {
  /** The number of drops, as a multiple of the height. */
  readonly amount: number;
  /** The angle of the drops from the vertical, in degrees; positive numbers lean to the right below. */
  readonly slant: number;
  /** The height of a drop, as a share of the height of the image. */
  readonly length: number;
  /** The brightness of a drop, 0 to 255. */
  readonly colour: number;
  /** The side of the window that blurs the drops: odd. */
  readonly blur: number;
  /** What all values are multiplied by in the end. */
  readonly brightness: number;
}

/**
 * Draws blurred lines over the image and makes it darker: the model of `RandomRain` of albumentations 2.0.8. The sum of the image and
 * the drops is limited to 255; it is multiplied and rounded once.
 *
 * @param source RGB. Only read.
 * @param rng The places of the drops.
 */
export function rain(source: Raster, options: RainOptions, rng: Rng): Raster {
  const drops = boxBlur(dropsOf(source, options, rng), options.blur).data;
  const table = valueTable((sum) => Math.min(255, sum * options.brightness) + 0.5);
  const data = sumInWasm(source.data, drops) ?? sumScalar(source.data, drops);
  return lookUp({ ...source, data }, table);
}

/** The sums of the values, limited to 255, computed in WebAssembly. `undefined` where there is none. */
export function sumInWasm(data: Uint8Array, others: Uint8Array): Uint8Array | undefined {
  const space = Math.ceil(data.length / 16) * 16;
  return withPixels(data, 2 * space, ({ kernels, source, free }) => {
    new Uint8Array(kernels.memory.buffer).set(others, free);
    kernels.addValues(source, free, data.length, free + space);
    return bytesAt(kernels, free + space, data.length);
  });
}

/** As `sumInWasm`, without WebAssembly. */
export function sumScalar(data: Uint8Array, others: Uint8Array): Uint8Array {
  return data.map((value, at) => Math.min(255, value + others[at]!));
}

function dropsOf(
  { height, width }: Raster,
  { amount, slant, length, colour }: RainOptions,
  rng: Rng,
): Raster {
  const layer = new Uint8Array(3 * height * width);
  const rows = Math.max(1, Math.floor(height * length));
  const step = Math.tan((slant * Math.PI) / 180);
  const count = Math.floor(height * amount);
  for (let drop = 0; drop < count; drop++) {
    const left = rng.integer(width);
    const top = rng.integer(Math.max(1, height - rows));
    for (let row = 0; row <= rows && top + row < height; row++) {
      const column = Math.round(left + step * row);
      if (column < 0 || column >= width) continue;
      const at = 3 * ((top + row) * width + column);
      layer[at] = colour;
      layer[at + 1] = colour;
      layer[at + 2] = colour;
    }
  }
  return { height, width, channels: 3, data: layer };
}
