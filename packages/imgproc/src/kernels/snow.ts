import type { Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';
import { roundHalfEven } from './round-half-even.ts';

/** Sums of the largest and the smallest of three bytes: twice the lightness. */
const SUMS = 511;

export interface SnowOptions {
  /** Pixels with less lightness, rounded, become lighter. */
  readonly threshold: number;
  /** What their lightness is multiplied by. */
  readonly factor: number;
}

/**
 * Makes dark pixels lighter, with the same hue and saturation (HLS): `RandomSnow` of albumentations 2.0.8 without rounding between the
 * colour spaces. Each value is a linear function of itself that depends on the lightness of its pixel. `source` is RGB, and only read.
 */
export function snow(source: Raster, { threshold, factor }: SnowOptions): Raster {
  const { data } = source;
  const { slopes, offsets } = linesOf(threshold, factor);
  const result = newBytes(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const least = r < g ? (r < b ? r : b) : g < b ? g : b;
    const most = r > g ? (r > b ? r : b) : g > b ? g : b;
    const slope = slopes[least + most]!;
    const offset = offsets[least + most]!; // with the half for rounding
    result[at] = r * slope + offset;
    result[at + 1] = g * slope + offset;
    result[at + 2] = b * slope + offset;
  }
  return { ...source, data: result };
}

/** The linear function of each sum. Saturation stays the same: the ratio of colour to the largest one at the same lightness. */
function linesOf(threshold: number, factor: number) {
  const slopes = new Float64Array(SUMS);
  const offsets = new Float64Array(SUMS).fill(0.5);
  for (let sum = 0; sum < SUMS; sum++) {
    const lightness = sum / 2;
    const target =
      roundHalfEven(lightness) < threshold ? Math.min(255, lightness * factor) : lightness;
    const slope = sum === 0 ? 1 : room(target) / room(lightness);
    slopes[sum] = sum === 510 ? 1 : slope;
    offsets[sum] = target - lightness * slopes[sum]! + 0.5;
  }
  return { slopes, offsets };
}

function room(lightness: number): number {
  return Math.min(lightness, 255 - lightness);
}
