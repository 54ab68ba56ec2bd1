/** Maps an index to one inside, mirrored about the edge: `mirroredIndex` of the package. */
function mirroredIndex(at: i32, size: i32): i32 {
  if (size === 1) return 0;
  const period = 2 * (size - 1);
  const near = at % period;
  return near < size ? near : period - near;
}

/**
 * Makes the equalising table of each tile of a plane: 256 bytes each, row by row.
 *
 * @param limit The most that a value may occur in a tile.
 * @param counts Memory for 256 numbers of 32 bits.
 */
export function tileTables(
  plane: usize,
  height: i32,
  width: i32,
  tiles: i32,
  tileHeight: i32,
  tileWidth: i32,
  limit: i32,
  counts: usize,
  tables: usize,
): void {
  const scale = <f64>(<f32>(255 / <f64>(tileHeight * tileWidth)));
  for (let row = 0; row < tiles; row++) {
    for (let column = 0; column < tiles; column++, tables += 256) {
      memory.fill(counts, 0, 1024);
      const left = column * tileWidth;
      const right = left + tileWidth;
      for (let y = row * tileHeight; y < (row + 1) * tileHeight; y++) {
        const line = plane + <usize>mirroredIndex(y, height) * width;
        const inside = min(right, width);
        for (let x = left; x < inside; x++) count(counts, load<u8>(line + x));
        for (let x = max(left, width); x < right; x++) {
          count(counts, load<u8>(line + mirroredIndex(x, width)));
        }
      }
      clip(counts, limit);
      let sum = 0;
      for (let value: usize = 0; value < 256; value++) {
        sum += load<i32>(counts + 4 * value);
        const entry = nearest<f32>(<f32>(<f64>sum * scale));
        store<u8>(tables + value, min<i32>(255, <i32>entry));
      }
    }
  }
}

function count(counts: usize, value: u8): void {
  const at = counts + 4 * <usize>value;
  store<i32>(at, load<i32>(at) + 1);
}

/** Limits the counts, and spreads the excess evenly over all values. */
function clip(counts: usize, limit: i32): void {
  const end = counts + 1024;
  const limits = i32x4.splat(limit);
  let over = i32x4.splat(0);
  for (let at = counts; at < end; at += 16) {
    const numbers = v128.load(at);
    const kept = i32x4.min_s(numbers, limits);
    over = i32x4.add(over, i32x4.sub(numbers, kept));
    v128.store(at, kept);
  }
  const excess =
    i32x4.extract_lane(over, 0) +
    i32x4.extract_lane(over, 1) +
    i32x4.extract_lane(over, 2) +
    i32x4.extract_lane(over, 3);
  const each = i32x4.splat(excess >> 8);
  for (let at = counts; at < end; at += 16) v128.store(at, i32x4.add(v128.load(at), each));
  let rest = excess & 255;
  const step = max(1, 256 / max(1, rest));
  for (let value = 0; value < 256 && rest > 0; value += step, rest--) {
    count(counts, <u8>value);
  }
}
