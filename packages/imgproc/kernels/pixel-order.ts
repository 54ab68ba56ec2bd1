/** The order of bytes that makes of a pixel of RGB three numbers of 32 bits, and a fourth one, 0. */
export const PIXEL = memory.data<u8>([
  0, 255, 255, 255, 1, 255, 255, 255, 2, 255, 255, 255, 255, 255, 255, 255,
]);
/** The order of bytes that reverses five pixels of RGB. */
export const REVERSED_PIXELS = memory.data<u8>([
  12, 13, 14, 9, 10, 11, 6, 7, 8, 3, 4, 5, 0, 1, 2, 255,
]);
/** The order of bytes that makes of four pixels of RGB four numbers of 32 bits. */
export const FOUR_PIXELS = memory.data<u8>([
  0, 1, 2, 255, 3, 4, 5, 255, 6, 7, 8, 255, 9, 10, 11, 255,
]);
/** As `FOUR_PIXELS`, from the last pixel to the first. */
export const FOUR_REVERSED = memory.data<u8>([
  9, 10, 11, 255, 6, 7, 8, 255, 3, 4, 5, 255, 0, 1, 2, 255,
]);
/** The order of bytes that makes of four numbers of 32 bits four pixels of RGB. */
export const PACKED_PIXELS = memory.data<u8>([
  0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255,
]);
