import { valueTable } from './value-table.ts';
import { identityTable } from './value-tables.ts';

/**
 * The table of `ImageOps.autocontrast` of Pillow, from the histogram of a channel: the darkest value becomes 0 and the brightest 255.
 *
 * @param cutoff The percentage of pixels that are left out at either end.
 */
export function autoContrastTable(counts: Uint32Array, cutoff: number): Uint8Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const cut = Math.floor((total * cutoff) / 100);
  const kept = counts.slice();
  cutFrom(kept, cut, (rank) => rank);
  cutFrom(kept, cut, (rank) => 255 - rank);
  const darkest = kept.findIndex((count) => count > 0);
  const brightest = kept.findLastIndex((count) => count > 0);
  if (brightest <= darkest) return identityTable();
  const scale = 255 / (brightest - darkest);
  const offset = -darkest * scale;
  return valueTable((value) => Math.min(255, Math.max(0, Math.trunc(value * scale + offset))));
}

/** Takes a number of pixels from a histogram, in the order of values that `valueOf` gives. */
function cutFrom(counts: Uint32Array, cut: number, valueOf: (rank: number) => number): void {
  let left = cut;
  for (let rank = 0; rank < 256 && left > 0; rank++) {
    const value = valueOf(rank);
    const taken = Math.min(left, counts[value]!);
    counts[value]! -= taken;
    left -= taken;
  }
}
