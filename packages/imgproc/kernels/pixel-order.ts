/** The order of bytes that makes of a pixel of RGB three numbers of 32 bits, and a fourth one, 0. */
export const PIXEL = memory.data<u8>([
  0, 255, 255, 255, 1, 255, 255, 255, 2, 255, 255, 255, 255, 255, 255, 255,
]);
/** The order of bytes that reverses five pixels of RGB. */
export const REVERSED_PIXELS = memory.data<u8>([
  12, 13, 14, 9, 10, 11, 6, 7, 8, 3, 4, 5, 0, 1, 2, 255,
]);
