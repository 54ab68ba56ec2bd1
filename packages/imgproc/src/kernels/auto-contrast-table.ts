/**
 * The table of `ImageOps.autocontrast` of Pillow, from the histogram of a channel: the darkest value becomes 0 and the brightest 255.
 *
 * @param cutoff The percentage of pixels that are left out at either end.
 */
export function autoContrastTable(counts: Uint32Array, cutoff: number): Uint8Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const cut = Math.floor((total * cutoff) / 100);
  const rising = Array.from({ length: 256 }, (_, value) => value);
  const kept = Uint32Array.from(counts);
  cutFrom(kept, rising, cut);
  cutFrom(kept, rising.toReversed(), cut);
  const darkest = kept.findIndex((count) => count > 0);
  const brightest = kept.findLastIndex((count) => count > 0);
  if (brightest <= darkest) return Uint8Array.from(rising);
  const scale = 255 / (brightest - darkest);
  const offset = -darkest * scale;
  return Uint8Array.from(rising, (value) =>
    Math.min(255, Math.max(0, Math.trunc(value * scale + offset))),
  );
}

/** Takes a number of pixels from a histogram, in the given order of values. */
function cutFrom(counts: Uint32Array, order: readonly number[], cut: number): void {
  let left = cut;
  for (const value of order) {
    const taken = Math.min(left, counts[value]!);
    counts[value]! -= taken;
    left -= taken;
    if (left === 0) return;
  }
}
