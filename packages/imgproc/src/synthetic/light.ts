import type { Rng } from '@sprout/core';
import type { Colour } from './canvas.ts';

/** How a picture is lit and exposed. */
export interface Light {
  /** The unit vector towards the lamp, in the picture's plane. */
  readonly towards: readonly [x: number, y: number];
  /** How much of the light comes from the lamp, 0 to 1; the rest comes from everywhere. */
  readonly direct: number;
  /** What the exposure and the colour of the light make of a white card, per channel. */
  readonly gain: Colour;
}

/** Draws the light of one picture: time of day, weather and camera settings. */
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
