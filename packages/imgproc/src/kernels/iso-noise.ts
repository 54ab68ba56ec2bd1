import type { Raster, Rng } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';
import { addNoise } from './add-noise.ts';
import { type AliasTables, emptyAliasTables, fillAliasTable } from './alias-tables.ts';
import { noiseState } from './noise-stream.ts';
import { normalTable } from './normal-noise.ts';
import { poisson } from './poisson.ts';

/** The noise of each pixel. */
export interface IsoNoise {
  /** The shares of the way from its lightness to white, 0 to 1. */
  readonly lighter: Float32Array;
  /** The sixths of a circle that its hue turns by, -3 to 3. */
  readonly turns: Float32Array;
}

export interface IsoNoiseOptions {
  readonly intensity: number;
  /** The deviation of the hue at intensity 1, as a share of the circle. */
  readonly colourShift: number;
}

/** More events than ever happen: their mean is at most 0.5. */
const MOST_EVENTS = 15;
const EVENT_BITS = 4;
/** The hue turns by whole multiples of this share of its deviation, up to 127 of them. */
const STEP = 1 / 25;
const MIDDLE = 128;

/**
 * Draws the noise of `ISONoise` of albumentations 2.0.8: lightness by a Poisson distribution, whose mean is the deviation of the
 * lightness in the image times the intensity; hue by a normal one.
 */
export function drawIsoNoise(
  source: Raster,
  { intensity, colourShift }: IsoNoiseOptions,
  rng: Rng,
): IsoNoise {
  const pixels = source.height * source.width;
  const events = emptyAliasTables(1, EVENT_BITS);
  const probabilities = poisson(lightnessDeviation(source) * intensity, MOST_EVENTS);
  fillAliasTable(events, 0, { probabilities, valueAt: (count) => count });
  const lighter = drawAll(events, { pixels, from: 0, rng }, (count) =>
    Math.min(1, count * intensity),
  );
  const sixths = Math.min(1, colourShift * intensity) * 6 * STEP;
  const turns = drawAll(normalTable(0, 1 / STEP), { pixels, from: MIDDLE, rng }, (byte) => {
    const turn = (byte - MIDDLE) * sixths;
    return turn - 6 * Math.round(turn / 6);
  });
  return { lighter, turns };
}

/** Draws a byte for each pixel, `from` plus a number of the table, and replaces it by its meaning. */
function drawAll(
  table: AliasTables,
  { pixels, from, rng }: { readonly pixels: number; readonly from: number; readonly rng: Rng },
  meaning: (byte: number) => number,
): Float32Array {
  const bytes = { height: 1, width: pixels, channels: 1, data: new Uint8Array(pixels).fill(from) };
  const { data } = addNoise(bytes, table, { state: noiseState(rng), perChannel: true });
  const meanings = Float32Array.from({ length: 256 }, (_, byte) => meaning(byte));
  const numbers = new Float32Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) numbers[pixel] = meanings[data[pixel]!]!;
  return numbers;
}

/** The standard deviation of (largest + smallest) / 2 of the three values of a pixel, 0 to 0.5. */
export function lightnessDeviation({ data }: Raster): number {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < data.length; at += 3) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const twice = Math.max(r, g, b) + Math.min(r, g, b);
    sum += twice;
    squares += twice * twice;
  }
  const pixels = data.length / 3;
  const mean = sum / pixels;
  return Math.sqrt(Math.max(0, squares / pixels - mean * mean)) / 510;
}

/**
 * Makes pixels lighter and turns their hues, with the same saturation (HLS). Values are rounded once. `source` is RGB, and only read.
 */
export function isoNoise(source: Raster, { lighter, turns }: IsoNoise): Raster {
  const { data } = source;
  const result = newBytes(data.length);
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += 3) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const least = r < g ? (r < b ? r : b) : g < b ? g : b;
    const most = r > g ? (r > b ? r : b) : g > b ? g : b;
    const lightness = (least + most) / 2;
    const target = lightness + lighter[pixel]! * (255 - lightness);
    const colour = most - least;
    const isGrey = colour === 0;
    const scaled = isGrey ? 0 : (colour * room(target)) / room(lightness);
    const sixth =
      most === r ? (g - b) / colour : most === g ? 2 + (b - r) / colour : 4 + (r - g) / colour;
    const turned = isGrey ? 0 : sixth + turns[pixel]!;
    const hue = turned < 0 ? turned + 6 : turned >= 6 ? turned - 6 : turned;
    const floor = target - scaled / 2 + 0.5; // with the half for rounding
    result[at] = floor + scaled * share(Math.abs(hue - 3) - 1);
    result[at + 1] = floor + scaled * share(2 - Math.abs(hue - 2));
    result[at + 2] = floor + scaled * share(2 - Math.abs(hue - 4));
  }
  return { ...source, data: result };
}

/** The largest colour of a lightness is twice this. */
function room(lightness: number): number {
  return lightness < 127.5 ? lightness : 255 - lightness;
}

function share(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
