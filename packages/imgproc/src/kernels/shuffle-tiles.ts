import type { Raster } from '@sprout/core';
import { newBytes } from '../memory/result-bytes.ts';

export interface TileGrid {
  readonly rows: number;
  readonly columns: number;
  /** A permutation of the numbers of the tiles, row by row. Tiles of the same size exchange their places in this order. */
  readonly order: readonly number[];
}

interface Tile {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** A new raster whose tiles have exchanged their places. Tiles only take the places of tiles of the same size. */
export function shuffleTiles(source: Raster, grid: TileGrid): Raster {
  const { width, channels } = source;
  const data = newBytes(source.data.length);
  const tiles = tilesOf(source, grid);
  for (const [number, place] of placesOf(tiles, grid.order).entries()) {
    const [from, to] = [tiles[number]!, tiles[place]!];
    const length = from.width * channels;
    for (let row = 0; row < from.height; row++) {
      const start = ((from.top + row) * width + from.left) * channels;
      const target = ((to.top + row) * width + to.left) * channels;
      data.set(source.data.subarray(start, start + length), target);
    }
  }
  return { ...source, data };
}

/** The tiles, which differ by up to one pixel in height and width. */
function tilesOf({ height, width }: Raster, { rows, columns }: TileGrid): Tile[] {
  return Array.from({ length: rows * columns }, (_, number) => {
    const row = Math.floor(number / columns);
    const column = number % columns;
    const top = Math.floor((height * row) / rows);
    const left = Math.floor((width * column) / columns);
    return {
      top,
      left,
      height: Math.floor((height * (row + 1)) / rows) - top,
      width: Math.floor((width * (column + 1)) / columns) - left,
    };
  });
}

/** The place of each tile: of those of its size, the first in the permutation takes the first place. */
function placesOf(tiles: readonly Tile[], order: readonly number[]): number[] {
  const places: number[] = [];
  const bySize = new Map<string, number[]>();
  for (const [number, { height, width }] of tiles.entries()) {
    const size = `${height} x ${width}`;
    const numbers = bySize.get(size) ?? [];
    numbers.push(number);
    bySize.set(size, numbers);
  }
  for (const numbers of bySize.values()) {
    const all = new Set(numbers);
    const shuffled = order.filter((number) => all.has(number));
    for (const [at, number] of shuffled.entries()) places[number] = numbers[at]!;
  }
  return places;
}
