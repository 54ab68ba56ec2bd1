/** Copies RGB, and repeats its first and last rows and pixels beyond the edges. Writes 1 byte after the target. */
export function repeatEdges(
  source: usize,
  height: i32,
  width: i32,
  radius: i32,
  target: usize,
): void {
  const length: usize = 3 * <usize>width;
  for (let row = -radius; row < height + radius; row++) {
    const from = source + <usize>min(height - 1, max(0, row)) * length;
    const first = load<u32>(from);
    const last = load<u32>(from + length - 3);
    for (let pixel = 0; pixel < radius; pixel++, target += 3) store<u32>(target, first);
    memory.copy(target, from, length);
    target += length;
    for (let pixel = 0; pixel < radius; pixel++, target += 3) store<u32>(target, last);
  }
}
