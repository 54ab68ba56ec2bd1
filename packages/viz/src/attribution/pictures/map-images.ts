import { type Raster, shapeMismatch } from '@sprout/core';
import type { HeatMap } from '../attribution-target.ts';
import { enlargeMap } from '../enlarge-map.ts';
import { colourOf, type ColourScale } from './colour-scale.ts';
import { fullScale } from './full-scale.ts';

export interface MapImageOptions {
  /** `sequential` by default. */
  readonly scale?: ColourScale | undefined;
  /** The share of the values with a colour of their own, 0 to 1; 1, all of them, by default. */
  readonly shown?: number | undefined;
}

/** The opacity of the last colour over the image. */
const STRONGEST = 0.75;

/** A map in colours, at its own size, RGB. */
export function heatMapImage(
  map: HeatMap,
  { scale = 'sequential', shown = 1 }: MapImageOptions = {},
): Raster {
  const { height, width, values } = map;
  const full = fullScale(map, shown);
  const data = new Uint8Array(values.length * 3);
  for (const [at, value] of values.entries()) data.set(colourOf(scale, value / full), at * 3);
  return { height, width, channels: 3, data };
}

/**
 * A map over the image that it explains, RGB: the larger the magnitude, the more of its colour and the less of the image. The map is
 * enlarged to the image.
 *
 * @throws {SproutError} `shape-mismatch` unless the image has one channel or three.
 */
export function overlayImage(
  image: Raster,
  map: HeatMap,
  { scale = 'sequential', shown = 1 }: MapImageOptions = {},
): Raster {
  const { height, width, channels } = image;
  if (channels !== 1 && channels !== 3)
    throw shapeMismatch('An image under a map', {
      expected: [height, width, 3],
      received: [height, width, channels],
    });
  const { values } = enlargeMap(map, image);
  const full = fullScale(map, shown);
  const data = new Uint8Array(height * width * 3);
  for (const [pixel, value] of values.entries()) {
    const strength = Math.min(Math.abs(value / full), 1);
    const colour = colourOf(scale, value / full);
    for (const [channel, part] of colour.entries()) {
      const before = image.data[pixel * channels + (channel % channels)]!;
      data[pixel * 3 + channel] = Math.round(before + (part - before) * strength * STRONGEST);
    }
  }
  return { height, width, channels: 3, data };
}
