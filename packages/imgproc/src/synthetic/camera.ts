import type { Raster, Rng } from '@sprout/core';
import type { Canvas } from './canvas.ts';
import { latticeNoise } from './grain.ts';
import type { Light } from './light.ts';

/** Turns a canvas into a photograph: a slightly soft lens, exposure and colour of the light, sensor noise. */
export function photograph(canvas: Canvas, light: Light, rng: Rng): Raster {
  const { height, width } = canvas;
  const blur = rng.uniform(0.05, 0.3);
  const noise = rng.uniform(2, 4);
  const seed = rng.uint32();
  const soft = soften(soften(canvas.data, 3, blur), width * 3, blur);
  const data = new Uint8Array(height * width * 3);
  for (let at = 0; at < data.length; at++) {
    // the sum of two uniform numbers has a triangular distribution, close enough to a sensor's noise
    const grain = latticeNoise(at, 0, seed) + latticeNoise(at, 1, seed) - 1;
    const value = soft[at]! * light.gain[at % 3]! + grain * noise;
    data[at] = value < 0 ? 0 : value > 255 ? 255 : Math.round(value);
  }
  return { height, width, channels: 3, data };
}

/** Mixes each value with its two neighbours `step` away, each with the weight `share`. */
function soften(values: Float32Array, step: number, share: number): Float32Array {
  const soft = values.slice();
  for (let at = step; at < values.length - step; at++) {
    soft[at] = values[at]! * (1 - 2 * share) + (values[at - step]! + values[at + step]!) * share;
  }
  return soft;
}
