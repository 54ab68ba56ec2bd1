import type { Raster, Rng } from '@sprout/core';
import { copyBytes } from '../memory/result-bytes.ts';
import { choosePixels } from './choose-pixels.ts';

export interface SaltAndPepperOptions {
  /** The share of all pixels that change. */
  readonly share: number;
  /** The share of white ones among them. */
  readonly salt: number;
}

/** Makes some pixels white and some black. Both numbers are rounded down. `source` is RGB, and only read. */
export function saltAndPepper(
  source: Raster,
  { share, salt }: SaltAndPepperOptions,
  rng: Rng,
): Raster {
  const data = copyBytes(source.data);
  const total = source.height * source.width;
  const chosen = choosePixels(rng, Math.floor(total * share), total);
  const white = choosePixels(rng, Math.floor(chosen.length * salt), chosen.length);
  for (const pixel of chosen) data.fill(0, 3 * pixel, 3 * pixel + 3);
  for (const index of white) data.fill(255, 3 * chosen[index]!, 3 * chosen[index]! + 3);
  return { ...source, data };
}
