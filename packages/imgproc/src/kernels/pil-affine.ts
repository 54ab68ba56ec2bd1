import type { Raster } from '@sprout/core';

/** Maps the centre of pixel `(column, row)` of the result to a point of the source: `x = xx * column + xy * row + x0`, `y` likewise. */
export interface PilMatrix {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

export type PilResampler = 'nearest' | 'bilinear';

export interface PilAffineOptions {
  readonly resampler: PilResampler;
  /** The values of the pixels that come from outside the source, one for each channel. */
  readonly colour: readonly number[];
}

/**
 * Resamples an image: `Image.transform` of Pillow with `AFFINE`, bit for bit up to 32,768 pixels.
 *
 * @param source Only read.
 * @returns A new raster of the same size.
 */
export function pilAffine(source: Raster, matrix: PilMatrix, options: PilAffineOptions): Raster {
  const { channels } = source;
  const data = new Uint8Array(source.data.length);
  const isGrey = options.colour.every((value) => value === options.colour[0]);
  if (isGrey) data.fill(options.colour[0] ?? 0);
  else data.forEach((_, at) => (data[at] = options.colour[at % channels]!));
  const result = { ...source, data };
  if (options.resampler === 'bilinear') bilinear(source, matrix, result);
  else if (matrix.xy === 0 && matrix.yx === 0) scaled(source, matrix, result);
  else nearest(source, matrix, result);
  return result;
}

/** Without rotation and shear: the places are added up in double precision, once for a row and once for a column. */
function scaled(source: Raster, { xx, x0, yy, y0 }: PilMatrix, result: Raster): void {
  const { height, width, channels, data } = source;
  const columns = places(x0, xx, width);
  const rows = places(y0, yy, height);
  for (let row = 0, to = 0; row < height; row++) {
    const start = rows[row]! * width;
    for (let column = 0; column < width; column++, to += channels) {
      if (rows[row]! < 0 || columns[column]! < 0) continue;
      copyPixel(result.data, to, { data, from: (start + columns[column]!) * channels, channels });
    }
  }
}

/** The pixels of the source for `size` pixels of the result, -1 outside. */
function places(offset: number, factor: number, size: number): Int32Array {
  const result = new Int32Array(size);
  let at = offset + factor * 0.5;
  for (let index = 0; index < size; index++, at += factor) {
    result[index] = at < 0 || at >= size ? -1 : Math.trunc(at);
  }
  return result;
}

interface PixelSource {
  readonly data: Uint8Array;
  readonly from: number;
  readonly channels: number;
}

function copyPixel(target: Uint8Array, to: number, { data, from, channels }: PixelSource): void {
  for (let channel = 0; channel < channels; channel++) target[to + channel] = data[from + channel]!;
}

/** The places have 16 bits of fraction. */
const fixed = (value: number): number => Math.floor(value * 65536 + 0.5);

function nearest(source: Raster, matrix: PilMatrix, result: Raster): void {
  const { height, width, channels, data } = source;
  const { xx, xy, x0, yx, yy, y0 } = matrix;
  const right = fixed(xx);
  const down = fixed(yx);
  let rowX = fixed(x0 + xx * 0.5 + xy * 0.5);
  let rowY = fixed(y0 + yx * 0.5 + yy * 0.5);
  for (let row = 0, to = 0; row < height; row++, rowX += fixed(xy), rowY += fixed(yy)) {
    let atX = rowX;
    let atY = rowY;
    for (let column = 0; column < width; column++, to += channels, atX += right, atY += down) {
      const x = Math.floor(atX / 65536);
      const y = Math.floor(atY / 65536);
      if (x < 0 || x >= width || y < 0 || y >= height) continue;
      copyPixel(result.data, to, { data, from: (y * width + x) * channels, channels });
    }
  }
}

function bilinear(source: Raster, matrix: PilMatrix, result: Raster): void {
  const { height, width, channels, data } = source;
  const { xx, xy, x0, yx, yy, y0 } = matrix;
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++, to += channels) {
      const x = xx * (column + 0.5) + xy * (row + 0.5) + x0;
      const y = yx * (column + 0.5) + yy * (row + 0.5) + y0;
      if (x < 0 || x >= width || y < 0 || y >= height) continue;
      const left = Math.floor(x - 0.5);
      const top = Math.floor(y - 0.5);
      const toRight = x - 0.5 - left;
      const toBottom = y - 0.5 - top;
      const x1 = Math.max(0, left) * channels;
      const x2 = Math.min(width - 1, left + 1) * channels;
      const y1 = Math.max(0, top) * width * channels;
      const y2 = (top + 1 < height ? top + 1 : Math.max(0, top)) * width * channels;
      for (let channel = 0; channel < channels; channel++) {
        const a = data[y1 + x1 + channel]!;
        const c = data[y2 + x1 + channel]!;
        const upper = a + (data[y1 + x2 + channel]! - a) * toRight;
        const lower = c + (data[y2 + x2 + channel]! - c) * toRight;
        result.data[to + channel] = upper + (lower - upper) * toBottom;
      }
    }
  }
}
