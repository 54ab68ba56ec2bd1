import type { Raster } from '@sprout/core';
import { bytesAt, type LentMemory, withPixels } from '../wasm/with-pixels.ts';
import { clahe, type Grid, gridOf, limitOf, neighbours } from './clahe.ts';
import { labOf, rgbOf } from './lab.ts';
import {
  BYTE_OF_LIGHT,
  LIGHT,
  LIGHT_OF_LIGHTNESS,
  LIGHT_OF_ROOT,
  RGB_WEIGHTS,
  ROOT_OF_A,
  ROOT_OF_B,
  ROOT_OF_LIGHT,
  ROOT_OF_LIGHTNESS,
  ROOT_ZERO,
  XYZ_WEIGHTS,
} from './lab-tables.ts';

export interface LightnessOptions {
  readonly clipLimit: number;
  readonly tiles: number;
}

/**
 * Applies CLAHE to the lightness of an image in L*a*b*, as OpenCV, bit for bit.
 *
 * @param source Only read.
 */
export function equalizeLightness(source: Raster, options: LightnessOptions): Raster {
  const data = equalizeInWasm(source, options);
  return data === undefined ? equalizeLightnessScalar(source, options) : { ...source, data };
}

/** `equalizeLightness` without WebAssembly. */
export function equalizeLightnessScalar(source: Raster, options: LightnessOptions): Raster {
  const { height, width } = source;
  const planes = labOf(source);
  const lightness = clahe(planes.lightness, { height, width, ...options });
  return rgbOf({ ...planes, lightness }, source);
}

/** The tables of the kernel `labOf`, and those of the kernel `rgbOf`, each with its offset. */
const TO_LAB = [
  { at: 0, table: LIGHT },
  { at: 512, table: ROOT_OF_LIGHT },
  { at: 4608, table: XYZ_WEIGHTS },
] as const;
const TO_RGB = [
  { at: 0, table: LIGHT_OF_LIGHTNESS },
  { at: 1024, table: ROOT_OF_LIGHTNESS.map((root) => root + ROOT_ZERO) },
  { at: 2048, table: ROOT_OF_A },
  { at: 3072, table: ROOT_OF_B },
  { at: 4096, table: BYTE_OF_LIGHT },
  { at: 8192, table: RGB_WEIGHTS },
  { at: 8256, table: LIGHT_OF_ROOT },
] as const;
const TO_RGB_SPACE = 8256 + 4 * LIGHT_OF_ROOT.length;

/** The counts of a tile. */
const COUNTS = 1024;

function equalizeInWasm(source: Raster, options: LightnessOptions): Uint8Array | undefined {
  const { height, width, data } = source;
  const count = height * width;
  const grid = gridOf({ height, width, ...options });
  const tables = Math.max(TO_RGB_SPACE, 256 * grid.tiles ** 2 + COUNTS + 12 * (height + width));
  const pixels = 3 * count;
  const space = tables + pixels;
  return withPixels(data, space + pixels, ({ kernels, source: from, free }) => {
    const planes = free + tables;
    const memory = { kernels, source: planes, free };
    write(memory, TO_LAB);
    kernels.labOf(from, count, free, planes);
    equalizePlane(memory, grid);
    write(memory, TO_RGB);
    kernels.rgbOf(planes, count, free, free + space);
    return bytesAt(kernels, free + space, pixels);
  });
}

interface Placed {
  readonly at: number;
  readonly table: Uint8Array | Uint16Array | Int32Array;
}

function write({ kernels, free }: LentMemory, tables: readonly Placed[]): void {
  const memory = new Uint8Array(kernels.memory.buffer, free);
  for (const { at, table } of tables) {
    memory.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
  }
}

/** Equalises a plane where it lies. */
function equalizePlane({ kernels, source, free }: LentMemory, grid: Grid): void {
  const { height, width, tiles, tileHeight, tileWidth } = grid;
  const { buffer } = kernels.memory;
  const rows = free + 256 * tiles ** 2;
  const sizes = [height, width, tiles, tileHeight, tileWidth, limitOf(grid)];
  kernels.tileTables(source, ...sizes, rows, free);
  const columns = rows + 12 * height;
  const downwards = neighbours(height, tileHeight, tiles);
  const across = neighbours(width, tileWidth, tiles);
  place(new DataView(buffer, rows), downwards, { origin: free, step: 256 * tiles });
  place(new DataView(buffer, columns), across, { origin: 0, step: 256 });
  kernels.interpolateTables(source, rows, height, columns, width);
}

/** Writes the neighbours of each row or column for the kernel. */
function place(
  view: DataView,
  { first, second, weight }: ReturnType<typeof neighbours>,
  { origin, step }: { readonly origin: number; readonly step: number },
): void {
  for (const [index, tile] of first.entries()) {
    view.setUint32(12 * index, origin + step * tile, true);
    view.setUint32(12 * index + 4, origin + step * second[index]!, true);
    view.setFloat32(12 * index + 8, weight[index]!, true);
  }
}
