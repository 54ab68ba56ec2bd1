import { identityTable } from './value-tables.ts';

/** The table of `ImageOps.equalize` of Pillow, from the histogram of a channel. */
export function equalizeTable(counts: Uint32Array): Uint8Array {
  const table = identityTable();
  const last = counts.findLast((count) => count > 0) ?? 0;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const step = Math.floor((total - last) / 255);
  if (step === 0) return table;
  let before = Math.floor(step / 2);
  for (let value = 0; value < 256; value++) {
    table[value] = Math.min(255, Math.floor(before / step));
    before += counts[value]!;
  }
  return table;
}
