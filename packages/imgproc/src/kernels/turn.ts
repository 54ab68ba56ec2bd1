import type { Raster } from '@sprout/core';

/** A new raster, turned counter-clockwise by 90 degrees: `numpy.rot90`. */
export function turnQuarter({ height, width, channels, data }: Raster): Raster {
  const result = new Uint8Array(data.length);
  for (let row = 0; row < width; row++) {
    let from = (width - 1 - row) * channels;
    let to = row * height * channels;
    for (let column = 0; column < height; column++, from += width * channels, to += channels) {
      for (let channel = 0; channel < channels; channel++)
        result[to + channel] = data[from + channel]!;
    }
  }
  return { height: width, width: height, channels, data: result };
}

/** A new raster, turned by 180 degrees: the last pixel becomes the first. */
export function turnHalf(source: Raster): Raster {
  const { channels, data } = source;
  const result = new Uint8Array(data.length);
  for (let from = 0, to = data.length - channels; to >= 0; from += channels, to -= channels) {
    for (let channel = 0; channel < channels; channel++)
      result[to + channel] = data[from + channel]!;
  }
  return { ...source, data: result };
}

/** A new raster with rows and columns exchanged: the first row becomes the first column. */
export function transpose({ height, width, channels, data }: Raster): Raster {
  const result = new Uint8Array(data.length);
  for (let row = 0; row < width; row++) {
    let from = row * channels;
    let to = row * height * channels;
    for (let column = 0; column < height; column++, from += width * channels, to += channels) {
      for (let channel = 0; channel < channels; channel++)
        result[to + channel] = data[from + channel]!;
    }
  }
  return { height: width, width: height, channels, data: result };
}
