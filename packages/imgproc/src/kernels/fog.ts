import type { Raster, Rng } from '@sprout/core';
import { newBytes, releaseBetween } from '../memory/result-bytes.ts';
import { gaussianBlur } from './gaussian-blur.ts';

export interface FogOptions {
  /** 0 to 1. Dense fog has larger particles, and fewer of them. */
  readonly intensity: number;
  /** The share of white of one particle at intensity 1. */
  readonly opacity: number;
}

/** Regions about the middle, each smaller than the one before. */
const REGIONS = 10;
const SHRINKING = 0.9;
/** The particles of intensity 1 on an area of one region of the size of a particle's surroundings. */
const DENSITY = 10;
/** As `cv2.GaussianBlur` takes the deviation from the size of the window. */
const deviationOf = (size: number): number => ((size - 1) * 0.5 - 1) * 0.3 + 0.8;

/**
 * White discs, most of them near the middle, blended one over the other, and then a slight blur: the model of `RandomFog` of
 * albumentations 2.0.8. A pixel under n discs keeps `(1 - opacity * intensity) ** n` of its colour, rounded once before the blur.
 *
 * @param source RGB. Only read.
 * @param rng Places and sizes of the discs.
 */
export function fog(source: Raster, { intensity, opacity }: FogOptions, rng: Rng): Raster {
  const { height, width, data } = source;
  const cover = coverOf(source, intensity, rng);
  const keep = 1 - opacity * intensity;
  const shares = new Float64Array(cover.reduce((most, count) => Math.max(most, count), 0) + 1);
  for (const count of shares.keys()) shares[count] = keep ** count;
  const clouds = newBytes(data.length);
  for (let pixel = 0, at = 0; pixel < cover.length; pixel++, at += 3) {
    const share = shares[cover[pixel]!]!;
    const white = 255 * (1 - share) + 0.5;
    clouds[at] = data[at]! * share + white;
    clouds[at + 1] = data[at + 1]! * share + white;
    clouds[at + 2] = data[at + 2]! * share + white;
  }
  const size = Math.max(3, Math.floor(Math.min(height, width) / 30)) | 1;
  const foggy = { ...source, data: clouds };
  const result = gaussianBlur(foggy, { deviation: deviationOf(size), size });
  return releaseBetween(foggy, { source, result });
}

/** The number of discs over each pixel. */
function coverOf({ height, width }: Raster, intensity: number, rng: Rng): Uint32Array {
  const stride = width + 1;
  const steps = new Int32Array(height * stride); // of the number from a pixel to the next one in a row
  const surroundings = Math.max(1, Math.floor(Math.floor(width / 3) * intensity));
  const largest = Math.max(2, Math.floor(Math.min(height, width) * 0.1 * intensity));
  const least = Math.max(1, largest >> 1);
  let [rows, columns] = [height, width];
  for (let region = 0; region < REGIONS; region++) {
    if (rows <= surroundings || columns <= surroundings) break;
    const count = Math.floor(((rows * columns) / surroundings ** 2) * intensity * DENSITY);
    for (let particle = 0; particle < count; particle++) {
      const x = Math.floor(width / 2 + (rng.uniform(0, 1) - 0.5) * columns);
      const y = Math.floor(height / 2 + (rng.uniform(0, 1) - 0.5) * rows);
      addDisc(steps, { x, y, radius: least + rng.integer(Math.max(1, largest - least)), width });
    }
    [rows, columns] = [Math.floor(rows * SHRINKING), Math.floor(columns * SHRINKING)];
  }
  return sumsOf(steps, stride);
}

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
}

function addDisc(steps: Int32Array, { x, y, radius, width }: Disc): void {
  const stride = width + 1;
  const last = Math.min(steps.length / stride - 1, y + radius);
  for (let row = Math.max(0, y - radius); row <= last; row++) {
    const half = Math.floor(Math.sqrt(radius * radius - (row - y) ** 2));
    const first = Math.max(0, x - half);
    const end = Math.min(width, x + half + 1);
    if (first >= end) continue;
    steps[row * stride + first]!++;
    steps[row * stride + end]!--;
  }
}

/** The sums of the steps in each row, without the last column. */
function sumsOf(steps: Int32Array, stride: number): Uint32Array {
  const width = stride - 1;
  const sums = new Uint32Array((steps.length / stride) * width);
  for (let row = 0; row < steps.length / stride; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      sum += steps[row * stride + column]!;
      sums[row * width + column] = sum;
    }
  }
  return sums;
}
