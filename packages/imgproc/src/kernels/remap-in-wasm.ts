import type { Raster } from '@sprout/core';
import { addressesOf, spaceOf } from '../wasm/parts-of-memory.ts';
import type { PixelKernels } from '../wasm/pixel-kernels.ts';
import { bytesAt, withPixels } from '../wasm/with-pixels.ts';
import { BORDER_NUMBERS } from './border.ts';
import type { PointsOf, RemapOptions } from './points.ts';

/** The kernels may read and write this many bytes after the coordinates of a row. */
const MARGIN = 16;

/**
 * The pixels of `remap` for RGB, computed in WebAssembly.
 *
 * @returns `undefined` where Node has no WebAssembly with vectors.
 */
export function remapInWasm(
  { height, width, data }: Raster,
  { pointsOf, border }: RemapOptions,
): Uint8Array | undefined {
  const row = 4 * width + MARGIN;
  const field = pointsOf.displacements === undefined ? 0 : 4 * height * width + MARGIN;
  const parts = [row, row, field, field, data.length];
  const number = BORDER_NUMBERS[border];
  return withPixels(data, spaceOf(parts), ({ kernels, source, free }) => {
    const addresses = addressesOf(free, parts) as Addresses;
    const [x, y, , , target] = addresses;
    const writePoints = pointWriter(kernels, { pointsOf, width, addresses });
    for (let at = 0; at < height; at++) {
      writePoints(at);
      kernels.remapRow(source, height, width, x, y, number, target + 3 * width * at);
    }
    return bytesAt(kernels, target, data.length);
  });
}

/** Of a row of coordinates `x`, of one of `y`, of displacements to the right and down, and of the result. */
type Addresses = [number, number, number, number, number];

interface PointOptions {
  readonly pointsOf: PointsOf;
  readonly width: number;
  readonly addresses: Addresses;
}

/** A function that writes the points of a row into the memory of the kernels. */
function pointWriter(
  kernels: PixelKernels,
  { pointsOf, width, addresses }: PointOptions,
): (row: number) => void {
  const { buffer } = kernels.memory;
  const [x, y, right, down] = addresses;
  const { displacements, projection } = pointsOf;
  if (projection !== undefined) {
    const [a, b, c, d, e, f, g, h, i] = projection;
    return (row) =>
      kernels.projectPoints(b * row + c, a, e * row + f, d, h * row + i, g, width, x, y);
  }
  if (displacements === undefined) {
    const [columns, rows] = [new Int32Array(buffer, x, width), new Int32Array(buffer, y, width)];
    return (row) => pointsOf(row, columns, rows);
  }
  const { alpha } = displacements;
  new Float32Array(buffer, right, displacements.right.length).set(displacements.right);
  new Float32Array(buffer, down, displacements.down.length).set(displacements.down);
  return (row) => {
    const start = 4 * width * row;
    kernels.displacePoints(right + start, width, alpha, 0, 1, x);
    kernels.displacePoints(down + start, width, alpha, row, 0, y);
  };
}
