import { checkRaster, type Raster } from '@sprout/core';

/** Weights of two pixels, and of three where the number is odd: in sixteenths for both axes together. */
const EVEN = [2, 2] as const;
const ODD = [1, 2, 1] as const;

/**
 * Half the size, rounded down, as Skia makes the levels of its mipmaps: the mean of 2 pixels along each axis; where their number
 * is odd, of 3 pixels with the weights 1, 2, 1.
 *
 * @param source At least 2 x 2. Only read.
 * @returns A new raster.
 * @throws {SproutError} `shape-mismatch`.
 */
export function halve(source: Raster): Raster {
  checkRaster(source);
  const { channels, data } = source;
  const [height, width] = [source.height >> 1, source.width >> 1];
  const stride = source.width * channels;
  const taps = tapsOf(source);
  const result = new Uint8Array(height * width * channels);
  let to = 0;
  for (let row = 0; row < height; row++) {
    for (let at = 2 * row * stride, column = 0; column < width; column++, at += 2 * channels)
      for (let from = at; from < at + channels; from++) result[to++] = meanAt(data, from, taps);
  }
  return { height, width, channels, data: result };
}

interface Taps {
  readonly offsets: readonly number[];
  readonly weights: readonly number[];
}

function tapsOf({ height, width, channels }: Raster): Taps {
  const rows = height % 2 === 0 ? EVEN : ODD;
  const columns = width % 2 === 0 ? EVEN : ODD;
  return {
    offsets: rows.flatMap((_, row) => columns.map((__, at) => (row * width + at) * channels)),
    weights: rows.flatMap((weight) => columns.map((other) => weight * other)),
  };
}

function meanAt(data: Uint8Array, at: number, { offsets, weights }: Taps): number {
  let sum = 8; // rounds
  for (let tap = 0; tap < weights.length; tap++) sum += weights[tap]! * data[at + offsets[tap]!]!;
  return sum >> 4;
}
