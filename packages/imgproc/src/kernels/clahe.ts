import { mirroredIndex } from './mirrored-index.ts';
import { roundHalfEven } from './round-half-even.ts';

const { fround } = Math;

export interface ClaheOptions {
  readonly height: number;
  readonly width: number;
  /** The most that a value may occur in a tile, as a multiple of the mean of all values. */
  readonly clipLimit: number;
  /** The number of tiles in a column and in a row. */
  readonly tiles: number;
}

/** A tile size, and the share of a pixel in it. */
export interface Grid extends ClaheOptions {
  readonly tileHeight: number;
  readonly tileWidth: number;
}

/**
 * Contrast-limited adaptive histogram equalisation of one channel: `createCLAHE(clipLimit, (tiles, tiles)).apply` of cv2, bit for bit.
 *
 * @param plane Only read.
 */
export function clahe(plane: Uint8Array, options: ClaheOptions): Uint8Array {
  const grid = gridOf(options);
  return interpolate(plane, tileTables(plane, grid), grid);
}

/** The grid of tiles over an image. */
export function gridOf(options: ClaheOptions): Grid {
  const { height, width, tiles } = options;
  const isEven = height % tiles === 0 && width % tiles === 0;
  return {
    ...options,
    tileHeight: isEven ? height / tiles : Math.floor(height / tiles) + 1,
    tileWidth: isEven ? width / tiles : Math.floor(width / tiles) + 1,
  };
}

/** The most that a value may occur in a tile. */
export function limitOf({ clipLimit, tileHeight, tileWidth }: Grid): number {
  return Math.max(1, Math.trunc((clipLimit * tileHeight * tileWidth) / 256));
}

/** The equalising table of each tile, one after the other, row by row. */
export function tileTables(plane: Uint8Array, grid: Grid): Uint8Array {
  const { tiles, tileHeight, tileWidth } = grid;
  const tables = new Uint8Array(256 * tiles * tiles);
  const counts = new Int32Array(256);
  const area = tileHeight * tileWidth;
  const limit = limitOf(grid);
  const scale = fround(255 / area);
  for (let tile = 0; tile < tiles * tiles; tile++) {
    count(counts, plane, { ...grid, tile });
    clip(counts, limit);
    let sum = 0;
    for (let value = 0; value < 256; value++) {
      sum += counts[value]!;
      tables[256 * tile + value] = Math.min(255, roundHalfEven(fround(sum * scale)));
    }
  }
  return tables;
}

/** Counts the values of a tile. Tiles reach beyond the image, where it is mirrored about its last pixels. */
function count(
  counts: Int32Array,
  plane: Uint8Array,
  { height, width, tiles, tileHeight, tileWidth, tile }: Grid & { readonly tile: number },
): void {
  counts.fill(0);
  const top = Math.floor(tile / tiles) * tileHeight;
  const left = (tile % tiles) * tileWidth;
  const right = left + tileWidth;
  for (let row = top; row < top + tileHeight; row++) {
    const start = mirroredIndex(row, height) * width;
    const inside = Math.min(right, width);
    for (let column = left; column < inside; column++) counts[plane[start + column]!]!++;
    for (let column = Math.max(left, width); column < right; column++) {
      counts[plane[start + mirroredIndex(column, width)]!]!++;
    }
  }
}

/** Limits the counts, and spreads the excess evenly over all values. */
function clip(counts: Int32Array, limit: number): void {
  let excess = 0;
  for (let value = 0; value < 256; value++) {
    const over = counts[value]! - limit;
    if (over <= 0) continue;
    excess += over;
    counts[value] = limit;
  }
  const each = Math.floor(excess / 256);
  let rest = excess % 256;
  for (let value = 0; value < 256; value++) counts[value]! += each;
  const step = Math.max(1, Math.floor(256 / Math.max(1, rest)));
  for (let value = 0; value < 256 && rest > 0; value += step, rest--) counts[value]!++;
}

/** The two tiles next to each row or column, and the weight of the second one. */
export function neighbours(size: number, tileSize: number, tiles: number) {
  const first = new Int32Array(size);
  const second = new Int32Array(size);
  const weight = new Float32Array(size);
  const inverse = fround(1 / tileSize);
  for (let at = 0; at < size; at++) {
    const place = fround(fround(at * inverse) - 0.5);
    const tile = Math.floor(place);
    weight[at] = place - tile;
    first[at] = Math.max(0, tile);
    second[at] = Math.min(tiles - 1, tile + 1);
  }
  return { first, second, weight };
}

/** Looks each value up in the tables of the four nearest tiles, and interpolates between the results. */
function interpolate(plane: Uint8Array, tables: Uint8Array, grid: Grid): Uint8Array {
  const { height, width, tiles, tileHeight, tileWidth } = grid;
  const rows = neighbours(height, tileHeight, tiles);
  const columns = neighbours(width, tileWidth, tiles);
  const result = new Uint8ClampedArray(plane.length);
  for (let row = 0, at = 0; row < height; row++) {
    const above = 256 * tiles * rows.first[row]!;
    const below = 256 * tiles * rows.second[row]!;
    const down = rows.weight[row]!;
    const up = fround(1 - down);
    for (let column = 0; column < width; column++, at++) {
      const value = plane[at]!;
      const left = 256 * columns.first[column]! + value;
      const right = 256 * columns.second[column]! + value;
      const toRight = columns.weight[column]!;
      const toLeft = fround(1 - toRight);
      const upper = fround(
        fround(tables[above + left]! * toLeft) + fround(tables[above + right]! * toRight),
      );
      const lower = fround(
        fround(tables[below + left]! * toLeft) + fround(tables[below + right]! * toRight),
      );
      result[at] = fround(fround(upper * up) + fround(lower * down));
    }
  }
  return new Uint8Array(result.buffer);
}
