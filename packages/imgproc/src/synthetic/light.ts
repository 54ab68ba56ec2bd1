import type { Rng } from '@sprout/core';
import type { Colour } from './canvas.ts';

/** The light and the exposure of an image. */
export interface Light {
  /** The unit vector towards the lamp, in the plane of the image. */
  readonly towards: readonly [x: number, y: number];
  /** The share of the light that comes from the lamp, 0 to 1; the rest is ambient. */
  readonly direct: number;
  /** The brightness of white in each channel, by the exposure and the colour of the light. */
  readonly gain: Colour;
}

/** Draws the light of one image: time of day, weather and camera settings. */
export function drawLight(rng: Rng): Light {
  const angle = rng.uniform(0, 2 * Math.PI);
  const exposure = rng.uniform(0.85, 1.12);
  const warmth = rng.normal(0, 0.025);
  return {
    towards: [Math.cos(angle), Math.sin(angle)],
    direct: rng.uniform(0.25, 0.8),
    gain: [exposure * (1 + warmth), exposure, exposure * (1 - warmth)],
  };
}
