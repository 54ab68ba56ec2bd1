import { slotsAt } from './layout';

/** The offset of the first coefficient in the part of a block. */
export const MEAN: usize = 8;
/** The offset of all coefficients that are not needed. */
const UNUSED: u16 = 112;

/**
 * The offsets in the part of a block, for coefficients in zigzag order. The part has 7 vectors of 8 numbers. They hold the columns 1, 3,
 * 5, 7, 0, 4, 2, 6 of row 0; of rows 1 and 3, in turns, the columns 1, 3, 5, 7; of the same rows the columns 0, 4, 2, 6; the same of rows 5
 * and 7, and of rows 2 and 6. Row 4 and column 4 are not needed.
 */
const OFFSETS = memory.data<u8>([
  8, 0, 32, 96, 16, 12, 2, 40, 80, 34, 112, 18, 104, 20, 112, 4, 112, 84, 42, 112, 64, 98, 48, 112,
  22, 112, 24, 14, 6, 44, 88, 112, 112, 72, 82, 66, 50, 106, 52, 112, 26, 108, 28, 92, 46, 112, 112,
  86, 74, 54, 112, 56, 112, 30, 112, 76, 90, 112, 58, 110, 60, 94, 78, 62,
]);
/** The number of entries. Those after the 64th are for pairs of codes that lead out of the block. */
const ALL: usize = 256;

/** Makes the table of a channel: for each coefficient a byte with its offset, and one with its quantiser. Only `count` coefficients are needed. */
export function makeSlots(index: usize, count: usize, quantiser: usize): void {
  const slots = slotsAt(index);
  for (let k: usize = 0; k < ALL; k++) store<u16>(slots + 2 * k, UNUSED);
  for (let k: usize = 0; k < count; k++) {
    store<u8>(slots + 2 * k, load<u8>(OFFSETS + k));
    store<u8>(slots + 2 * k, load<u8>(quantiser + k), 1);
  }
}
