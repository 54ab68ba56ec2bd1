/** The order of bytes that makes of two pixels of RGB their reds, greens and blues in turns, as numbers of 16 bits. */
export const NEIGHBOURS = memory.data<u8>([
  0, 255, 3, 255, 1, 255, 4, 255, 2, 255, 5, 255, 255, 255, 255, 255,
]);
