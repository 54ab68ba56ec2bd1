import type { Raster } from '@sprout/core';

/**
 * Pillow's nearest neighbour, bit for bit: coordinates are summed up step by step, and so are their rounding errors.
 *
 * @see `ImagingScaleAffine` of Pillow's `src/libImaging/Geometry.c`.
 */
export function resizePilNearest(
  source: Raster,
  { height, width }: { readonly height: number; readonly width: number },
): Raster {
  const { channels, data } = source;
  const rows = positions(source.height, height);
  const offsets = positions(source.width, width).map((column) => column * channels);
  const result = new Uint8Array(height * width * channels);
  let at = 0;
  for (let row = 0; row < height; row++) {
    const start = rows[row]! * source.width * channels;
    for (let column = 0; column < width; column++) {
      const from = start + offsets[column]!;
      for (let channel = 0; channel < channels; channel++) result[at++] = data[from + channel]!;
    }
  }
  return { height, width, channels, data: result };
}

function positions(from: number, to: number): Int32Array {
  const step = from / to;
  const result = new Int32Array(to);
  let position = step * 0.5;
  for (let target = 0; target < to; target++, position += step) {
    result[target] = Math.min(from - 1, Math.trunc(position));
  }
  return result;
}
