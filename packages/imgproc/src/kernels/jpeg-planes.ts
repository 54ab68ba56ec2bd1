import type { Raster } from '@sprout/core';

/** A plane of samples whose sides are multiples of 8. */
export interface Plane {
  readonly height: number;
  readonly width: number;
  readonly samples: Uint8Array;
}

export interface JpegPlanes {
  readonly luma: Plane;
  /** Of half the sides of the image. */
  readonly blue: Plane;
  readonly red: Plane;
}

/** The middle of chroma, 128, and the rounding term of libjpeg, which is 1 less than a half; both with 16 bits of fraction. */
const CHROMA_BIAS = (128 << 16) + 32_767;

/**
 * The planes that libjpeg encodes at 4:2:0: YCbCr of JFIF in 16 bits of fixed point; each sample of chroma is the mean of four pixels,
 * whose halves are rounded down and up in turns. Beyond the edges the last pixel of a row, and the last row of a plane, are repeated.
 */
export function jpegPlanes({ height, width, data }: Raster): JpegPlanes {
  const luma = plane(height, width);
  const halves = [Math.ceil(height / 2), Math.ceil(width / 2)] as const;
  const [blue, red] = [plane(...halves), plane(...halves)];
  const at = (row: number, column: number): number =>
    3 * (Math.min(row, height - 1) * width + Math.min(column, width - 1));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < luma.width; column++) {
      const pixel = at(row, column);
      const [r, g, b] = [data[pixel]!, data[pixel + 1]!, data[pixel + 2]!];
      luma.samples[row * luma.width + column] = (19595 * r + 38470 * g + 7471 * b + 32768) >> 16;
    }
  }
  for (let row = 0; row < halves[0]; row++) {
    for (let column = 0; column < blue.width; column++) {
      let [cb, cr] = [1 + (column & 1), 1 + (column & 1)];
      for (let corner = 0; corner < 4; corner++) {
        const pixel = at(2 * row + (corner >> 1), 2 * column + (corner & 1));
        const [r, g, b] = [data[pixel]!, data[pixel + 1]!, data[pixel + 2]!];
        cb += (-11059 * r - 21709 * g + 32768 * b + CHROMA_BIAS) >> 16;
        cr += (32768 * r - 27439 * g - 5329 * b + CHROMA_BIAS) >> 16;
      }
      blue.samples[row * blue.width + column] = cb >> 2;
      red.samples[row * blue.width + column] = cr >> 2;
    }
  }
  repeatLastRow(luma, height);
  repeatLastRow(blue, halves[0]);
  repeatLastRow(red, halves[0]);
  return { luma, blue, red };
}

function plane(height: number, width: number): Plane {
  const [rows, columns] = [Math.ceil(height / 8) * 8, Math.ceil(width / 8) * 8];
  return { height: rows, width: columns, samples: new Uint8Array(rows * columns) };
}

function repeatLastRow({ height, width, samples }: Plane, rows: number): void {
  for (let row = rows; row < height; row++)
    samples.copyWithin(row * width, (rows - 1) * width, rows * width);
}
