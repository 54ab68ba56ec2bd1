import type { Rng } from '@sprout/core';
import type { Canvas, Colour } from './canvas.ts';
import { blend, cloudNoise, latticeNoise } from './grain.ts';
import type { Light } from './light.ts';
import { scatterStones } from './stones.ts';

/** The soil of one image. */
export interface Soil {
  readonly seed: number;
  /** The mean distance between pebbles, in pixels. */
  readonly pebble: number;
  /** Brightness, about 1. */
  readonly tone: number;
  /** 0 for dark soil to 1 for pale sand. */
  readonly pallor: number;
}

const DIRT: Colour = [104, 85, 66];
const PALE: Colour = [214, 205, 190];
/** The mean distance between grains of grit, in pixels. */
const GRIT = 2.2;

/** Draws the soil of one image. Only `pallor` may depend on the class. */
export function drawSoil(size: number, rng: Rng, { pallor }: { readonly pallor: number }): Soil {
  return {
    seed: rng.uint32(),
    pebble: (size / 150) * 3.5 * 3.2 ** rng.uniform(0, 1),
    tone: rng.uniform(0.8, 1),
    pallor: pallor + rng.uniform(0, 0.12),
  };
}

/** Paints the whole canvas with dirt, grit, pebbles lit from the side, and slowly varying moisture. */
export function paintSoil(canvas: Canvas, soil: Soil, light: Light): void {
  const { height, width, data } = canvas;
  const paintGrit = scatterStones(canvas, { spacing: GRIT, seed: soil.seed ^ 0x51ed27, light });
  const paintPebble = scatterStones(canvas, { spacing: soil.pebble, seed: soil.seed, light });
  const colour: [number, number, number] = [0, 0, 0];
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      [colour[0], colour[1], colour[2]] = DIRT;
      paintGrit(column, row, colour);
      paintPebble(column, row, colour);
      const moisture = cloudNoise(column / 40, row / 40, { seed: soil.seed + 7, octaves: 2 });
      const texture = 0.9 + 0.2 * latticeNoise(column, row, soil.seed + 13);
      const shade = soil.tone * (0.8 + 0.4 * moisture) * texture;
      for (let channel = 0; channel < 3; channel++) {
        data[at + channel] = blend(colour[channel]! * shade, PALE[channel]! * texture, soil.pallor);
      }
    }
  }
}
