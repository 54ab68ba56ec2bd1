import type { Raster } from '@sprout/core';
import { type Border, borderIndex } from './border.ts';

/** Pixels that are added at each side. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface PadOptions extends Sides {
  readonly border: Border;
  /** The value of each channel in a constant border. */
  readonly colour: readonly number[];
}

/**
 * Adds pixels around an image: `cv2.copyMakeBorder` bit for bit.
 *
 * @param source Only read.
 * @returns A new raster; `source` itself where nothing is added.
 */
export function pad(source: Raster, { border, colour, ...sides }: PadOptions): Raster {
  const { top, right, bottom, left } = sides;
  if (top + right + bottom + left === 0) return source;
  const { channels } = source;
  const height = top + source.height + bottom;
  const width = left + source.width + right;
  const blank = Uint8Array.from({ length: width * channels }, (_, at) => colour[at % channels]!);
  const columns = Int32Array.from({ length: width }, (_, column) =>
    borderIndex(column - left, source.width, border),
  );
  const data = new Uint8Array(height * width * channels);
  for (let row = 0; row < height; row++) {
    const from = borderIndex(row - top, source.height, border);
    const target = data.subarray(row * width * channels, (row + 1) * width * channels);
    target.set(blank);
    if (from >= 0) padRow(target, rowOf(source, from), { columns, left });
  }
  return { height, width, channels, data };
}

function rowOf({ width, channels, data }: Raster, row: number): Uint8Array {
  return data.subarray(row * width * channels, (row + 1) * width * channels);
}

interface Columns {
  /** The column of the source for each of the target; -1 in a constant border. */
  readonly columns: Int32Array;
  readonly left: number;
}

function padRow(target: Uint8Array, source: Uint8Array, { columns, left }: Columns): void {
  const channels = target.length / columns.length;
  const end = left + source.length / channels;
  target.set(source, left * channels);
  for (let column = 0; column < columns.length; column++) {
    if (column === left) column = end;
    const from = columns[column] ?? -1;
    if (from < 0) continue;
    for (let channel = 0; channel < channels; channel++) {
      target[column * channels + channel] = source[from * channels + channel]!;
    }
  }
}
