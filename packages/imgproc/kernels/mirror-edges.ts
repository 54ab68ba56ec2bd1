/** Copies RGB, and mirrors it about its edge pixels beyond them. Reads and writes 1 byte after the source and the target. */
export function mirrorEdges(
  source: usize,
  height: i32,
  width: i32,
  radius: i32,
  target: usize,
): void {
  const length: usize = 3 * <usize>width;
  for (let row = -radius; row < height + radius; row++) {
    const from = source + length * <usize>mirrored(row, height);
    for (let column = -radius; column < 0; column++, target += 3)
      store<u32>(target, load<u32>(from + 3 * <usize>mirrored(column, width)));
    memory.copy(target, from, length);
    target += length;
    for (let column = width; column < width + radius; column++, target += 3)
      store<u32>(target, load<u32>(from + 3 * <usize>mirrored(column, width)));
  }
}

/** As `mirroredIndex` in `src/kernels/mirrored-index.ts`. */
function mirrored(at: i32, size: i32): i32 {
  if (at >= 0 && at < size) return at;
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const near = ((at % period) + period) % period;
  return near < size ? near : period - near;
}
