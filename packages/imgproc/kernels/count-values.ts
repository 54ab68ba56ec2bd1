const COUNTS: usize = 3 * 1024;

/**
 * Counts the values of each channel of RGB: 256 numbers of 32 bits for each, one channel after the other.
 *
 * @param counts Memory for twice as many numbers: neighbours are counted apart, so that no count waits for the one before.
 */
export function countValues(source: usize, length: usize, counts: usize): void {
  memory.fill(counts, 0, 2 * COUNTS);
  const end = source + length;
  const whole = end - (length % 6);
  for (; source < whole; source += 6) {
    countPixel(source, counts);
    countPixel(source + 3, counts + COUNTS);
  }
  if (source < end) countPixel(source, counts);
  for (let at = counts; at < counts + COUNTS; at += 16) {
    v128.store(at, i32x4.add(v128.load(at), v128.load(at + COUNTS)));
  }
}

function countPixel(source: usize, counts: usize): void {
  count(counts + 4 * <usize>load<u8>(source));
  count(counts + 1024 + 4 * <usize>load<u8>(source, 1));
  count(counts + 2048 + 4 * <usize>load<u8>(source, 2));
}

function count(at: usize): void {
  store<u32>(at, load<u32>(at) + 1);
}
