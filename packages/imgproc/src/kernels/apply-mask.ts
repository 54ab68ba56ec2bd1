/**
 * Blackens, in place, every pixel whose colour is not in the table.
 *
 * @param pixels RGB, interleaved, 0 to 255.
 * @param table As `buildMaskTable` makes it.
 */
export function applyMask(pixels: Uint8Array, table: Uint32Array): void {
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const number = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    if (((table[number >>> 5]! >>> (number & 31)) & 1) === 1) continue;
    pixels[at] = 0;
    pixels[at + 1] = 0;
    pixels[at + 2] = 0;
  }
}
