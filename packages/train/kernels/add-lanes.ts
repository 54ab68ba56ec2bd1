/** The length of the longest channel block: 16 channels with AVX-512. */
export const LONGEST_BLOCK = 16;

/** Adds the four 32-bit lanes of a vector to four 64-bit sums in memory. */
export function addLanes(sums: usize, numbers: v128): void {
  const low = f64x2.promote_low_f32x4(numbers);
  const high = f64x2.promote_low_f32x4(i64x2.shuffle(numbers, numbers, 1, 1));
  v128.store(sums, f64x2.add(v128.load(sums), low));
  v128.store(sums + 16, f64x2.add(v128.load(sums + 16), high));
}
