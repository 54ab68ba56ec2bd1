import type { Raster } from '@sprout/core';

/**
 * A histogram of each column of one channel, over the rows of the median's window. Four counts of eight bits share
 * a word, so that one addition adds four bins; a window may therefore have at most 255 pixels. There is a histogram for
 * each column of the image and for the columns beyond its edges, which repeat the edge: histogram `n` belongs to image
 * column `n - radius - 1`.
 */
export interface ColumnHistograms {
  /** For each column 4 words: 16 bins, of 16 values each. */
  readonly coarse: Int32Array;
  /** For each group of 16 values and each column 4 words: 16 bins, of one value each. */
  readonly fine: Int32Array;
  /** For each column, how many of its pixels are 0. */
  readonly zeros: Int32Array;
  /** The offset of each column in a row of the image. */
  readonly offsets: Int32Array;
}

/** Histograms that `startColumns` fills. */
export function createColumnHistograms(
  { width, channels }: Raster,
  size: number,
): ColumnHistograms {
  const radius = size >> 1;
  const columns = width + size;
  return {
    coarse: new Int32Array(columns * 4),
    fine: new Int32Array(columns * 64),
    zeros: new Int32Array(columns),
    offsets: Int32Array.from(
      { length: columns },
      (_, column) => Math.min(width - 1, Math.max(0, column - radius - 1)) * channels,
    ),
  };
}

/** Clears the histograms and counts the rows of the window around row 0. The first row repeats for the rows above. */
export function startColumns(
  { coarse, fine, zeros, offsets }: ColumnHistograms,
  { height, width, channels, data }: Raster,
  { channel, radius }: { readonly channel: number; readonly radius: number },
): void {
  const groupLength = offsets.length * 4;
  coarse.fill(0);
  fine.fill(0);
  zeros.fill(0);
  for (let row = -radius; row <= radius; row++) {
    const start = Math.min(height - 1, Math.max(0, row)) * width * channels + channel;
    for (let column = 0; column < offsets.length; column++) {
      const value = data[start + offsets[column]!]!;
      coarse[column * 4 + (value >> 6)]! += 1 << ((value >> 1) & 24);
      fine[(value >> 4) * groupLength + column * 4 + ((value >> 2) & 3)]! +=
        1 << ((value & 3) << 3);
      if (value === 0) zeros[column]!++;
    }
  }
}

/** Moves the window down by a row. `leaving` and `entering` are the offsets of two rows in `data`. */
export function moveColumns(
  { coarse, fine, zeros, offsets }: ColumnHistograms,
  data: Uint8Array,
  { leaving, entering }: { readonly leaving: number; readonly entering: number },
): void {
  if (leaving === entering) return;
  const groupLength = offsets.length * 4;
  for (let column = 0; column < offsets.length; column++) {
    const before = data[leaving + offsets[column]!]!;
    const after = data[entering + offsets[column]!]!;
    if (before === after) continue;
    const at = column * 4;
    coarse[at + (before >> 6)]! -= 1 << ((before >> 1) & 24);
    coarse[at + (after >> 6)]! += 1 << ((after >> 1) & 24);
    fine[(before >> 4) * groupLength + at + ((before >> 2) & 3)]! -= 1 << ((before & 3) << 3);
    fine[(after >> 4) * groupLength + at + ((after >> 2) & 3)]! += 1 << ((after & 3) << 3);
    if (before === 0) zeros[column]!--;
    if (after === 0) zeros[column]!++;
  }
}
