import type { Raster } from '@sprout/core';
import { copyBytes } from '../memory/result-bytes.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A reflection of the sun in the lens. All lengths are shares of the width or the height. */
export interface Reflection {
  readonly right: number;
  readonly down: number;
  /** A share of the height. */
  readonly radius: number;
  readonly opacity: number;
  readonly colour: Colour;
}

export interface SunFlareOptions {
  /** The sun, as shares of the width and the height. */
  readonly right: number;
  readonly down: number;
  /** Of the glow, as a share of the longer side. */
  readonly radius: number;
  readonly colour: Colour;
  readonly reflections: readonly Reflection[];
}

/** The width of a ring of the glow, in pixels. */
const RING = 10;
/** The glow is as strong as the reflections, times this. */
const GLOW = 5;

/**
 * Blends discs of light over the image, and then the glow of the sun: the model `overlay` of `RandomSunFlare` of albumentations 2.0.8.
 * Each disc is blended once, and the rings of the glow in one step; values are rounded once for each disc and once for the glow.
 *
 * @param source RGB. Only read.
 */
export function sunFlare(source: Raster, { reflections, ...sun }: SunFlareOptions): Raster {
  const result = { ...source, data: copyBytes(source.data) };
  const { height, width } = source;
  for (const { right, down, radius, opacity, colour } of reflections) {
    const pixels = Math.max(1, Math.round(radius * height));
    const opacities = new Float64Array(pixels + 1).fill(opacity);
    blendDisc(result, { x: right * width, y: down * height, opacities, colour });
  }
  const radius = Math.max(1, Math.round(sun.radius * Math.max(height, width)));
  const opacities = glow(radius, strength(reflections));
  const place = { x: Math.trunc(sun.right * width), y: Math.trunc(sun.down * height) };
  blendDisc(result, { ...place, opacities, colour: sun.colour });
  return result;
}

/** Five times the mean opacity of the reflections, weighted by their radius. */
function strength(reflections: readonly Reflection[]): number {
  const sum = reflections.reduce((total, { radius }) => total + radius, 0);
  if (sum === 0) return 1;
  const weighted = reflections.reduce((total, { opacity, radius }) => total + opacity * radius, 0);
  return Math.min(1, (GLOW * weighted) / sum);
}

/** The opacity of the glow at each whole distance: rings, each over the larger ones, that are stronger the smaller they are. */
function glow(radius: number, most: number): Float64Array {
  const rings = Math.max(1, Math.floor(radius / RING));
  const opacities = new Float64Array(radius + 1);
  for (let distance = 0; distance <= radius; distance++) {
    let rest = 1;
    for (let ring = 0; ring < rings; ring++) {
      const reach = rings === 1 ? radius : Math.trunc(1 + ((radius - 1) * ring) / (rings - 1));
      const share = rings === 1 ? 1 : (rings - 1 - ring) / (rings - 1);
      if (reach >= distance) rest *= 1 - (most * share) ** 3;
    }
    opacities[distance] = 1 - rest;
  }
  return opacities;
}

interface Disc {
  readonly x: number;
  readonly y: number;
  /** One for each whole distance from the middle, up to the radius. */
  readonly opacities: Float64Array;
  readonly colour: Colour;
}

function blendDisc(
  { height, width, data }: Raster,
  { x, y, opacities, colour: [r, g, b] }: Disc,
): void {
  const radius = opacities.length - 1;
  const lastRow = Math.min(height - 1, Math.floor(y + radius));
  const lastColumn = Math.min(width - 1, Math.floor(x + radius));
  for (let row = Math.max(0, Math.ceil(y - radius)); row <= lastRow; row++) {
    for (let column = Math.max(0, Math.ceil(x - radius)); column <= lastColumn; column++) {
      const square = (row - y) ** 2 + (column - x) ** 2;
      if (square > radius * radius) continue;
      const opacity = opacities[Math.ceil(Math.sqrt(square))]!;
      const at = 3 * (row * width + column);
      data[at] = data[at]! + (r - data[at]!) * opacity + 0.5;
      data[at + 1] = data[at + 1]! + (g - data[at + 1]!) * opacity + 0.5;
      data[at + 2] = data[at + 2]! + (b - data[at + 2]!) * opacity + 0.5;
    }
  }
}
