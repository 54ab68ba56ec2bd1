/**
 * Changes each byte: adds, subtracts, keeps the bits of a mask, and inverts the result where it is large. Sums are limited to bytes. Reads and
 * writes up to 47 bytes after the source and the target.
 *
 * @param operands Five lists of 48 bytes, the least multiple of a pixel of RGB and a vector: the number that is added, the number that is
 *   subtracted, the mask, the least value that is inverted, and 255 where values are inverted or 0.
 */
export function changeValues(source: usize, length: usize, operands: usize, target: usize): void {
  const end = source + length;
  for (; source < end; source += 48, target += 48) {
    Change.store(source, operands, target);
    Change.store(source + 16, operands + 16, target + 16);
    Change.store(source + 32, operands + 32, target + 32);
  }
}

/** AssemblyScript inlines methods. */
class Change {
  @inline
  static store(source: usize, operands: usize, target: usize): void {
    const sum = i8x16.add_sat_u(v128.load(source), v128.load(operands));
    const value = v128.and(i8x16.sub_sat_u(sum, v128.load(operands, 48)), v128.load(operands, 96));
    const isLarge = i8x16.ge_u(value, v128.load(operands, 144));
    v128.store(target, v128.xor(value, v128.and(isLarge, v128.load(operands, 192))));
  }
}
