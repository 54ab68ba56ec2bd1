import type { Raster, Rng } from '@sprout/core';
import { copyBytes } from '../memory/result-bytes.ts';

export interface DropOptions {
  /** The probability of each pixel, 0 to 1. */
  readonly probability: number;
  /** Whether each value is dropped on its own. */
  readonly eachChannel: boolean;
  /** The value of each channel of a dropped pixel. */
  readonly colour: readonly number[];
}

/**
 * A new raster in which some pixels are replaced, each with the same probability. The gaps between them are drawn from a geometric
 * distribution, so that only replaced pixels need a random number.
 */
export function dropPixels(
  source: Raster,
  rng: Rng,
  { probability, eachChannel, colour }: DropOptions,
): Raster {
  const { channels } = source;
  const data = copyBytes(source.data);
  const step = eachChannel ? 1 : channels;
  const count = data.length / step;
  const scale = 1 / Math.log1p(-probability); // -0 where all are replaced
  const gap = (): number => Math.floor(Math.log(1 - rng.uniform(0, 1)) * scale);
  const [red = 0, green = 0, blue = 0] = colour;
  for (let next = gap(); next < count; next += 1 + gap()) {
    const start = next * step;
    if (step === 3) {
      data[start] = red;
      data[start + 1] = green;
      data[start + 2] = blue;
    } else for (let at = start; at < start + step; at++) data[at] = colour[at % channels]!;
  }
  return { ...source, data };
}
