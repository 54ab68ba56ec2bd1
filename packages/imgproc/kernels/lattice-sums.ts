/**
 * Weighted sums of a row of f64 at equal distances, as f32. Each sum is made of four sums of every fourth product, in the order of the scalar
 * code, so that the bits are the same.
 *
 * @param taps The number of weights (f64), which is odd.
 * @param step The distance of the first numbers of two sums.
 * @param count The number of sums.
 */
export function sumAcross(
  values: usize,
  weights: usize,
  taps: i32,
  step: i32,
  count: i32,
  target: usize,
): void {
  const distance = 8 * <usize>step;
  let point = 0;
  for (; point + 2 <= count; point += 2, values += 2 * distance, target += 8) {
    sumTwo(values, values + distance, weights, taps, target);
  }
  if (point < count) sumTwo(values, values, weights, taps, target);
}

/** Writes two sums. The caller has memory for the second one. */
function sumTwo(one: usize, other: usize, weights: usize, taps: i32, target: usize): void {
  let first = f64x2.splat(0);
  let third = f64x2.splat(0);
  let otherFirst = f64x2.splat(0);
  let otherThird = f64x2.splat(0);
  const quads = weights + 8 * <usize>(taps & ~3);
  const end = weights + 8 * <usize>taps;
  for (; weights < quads; weights += 32, one += 32, other += 32) {
    const low = v128.load(weights);
    const high = v128.load(weights, 16);
    first = f64x2.add(first, f64x2.mul(low, v128.load(one)));
    third = f64x2.add(third, f64x2.mul(high, v128.load(one, 16)));
    otherFirst = f64x2.add(otherFirst, f64x2.mul(low, v128.load(other)));
    otherThird = f64x2.add(otherThird, f64x2.mul(high, v128.load(other, 16)));
  }
  for (; weights < end; weights += 8, one += 8, other += 8) {
    const weight = load<f64>(weights);
    first = f64x2.replace_lane(first, 0, f64x2.extract_lane(first, 0) + weight * load<f64>(one));
    otherFirst = f64x2.replace_lane(
      otherFirst,
      0,
      f64x2.extract_lane(otherFirst, 0) + weight * load<f64>(other),
    );
  }
  store<f32>(target, <f32>(Pair.sum(first) + Pair.sum(third)));
  store<f32>(target, <f32>(Pair.sum(otherFirst) + Pair.sum(otherThird)), 4);
}

/** Writes numbers of a row as f64: those at `places` (u32), of one signed byte each or as f32. */
export function pickNumbers(
  row: usize,
  areBytes: bool,
  places: usize,
  count: usize,
  target: usize,
): void {
  const end = target + 8 * count;
  if (areBytes) {
    for (; target < end; target += 8, places += 4)
      store<f64>(target, load<i8>(row + load<u32>(places)));
    return;
  }
  for (; target < end; target += 8, places += 4)
    store<f64>(target, load<f32>(row + 4 * load<u32>(places)));
}

/**
 * The numbers between the points of each row of a lattice, as f32: sums of four products, added in turn in f64.
 *
 * @param sums The rows of the lattice, f32 and `count` bytes each.
 * @param points For each column: the offset of the first of four points in a row, in bytes (u32).
 * @param weights For each column: the weights of these points (f64).
 */
export function betweenColumns(
  sums: usize,
  rows: i32,
  count: usize,
  points: usize,
  weights: usize,
  width: usize,
  target: usize,
): void {
  const end = points + 4 * width;
  for (let row = 0; row < rows; row++, sums += count) {
    let weight = weights;
    for (let point = points; point < end; point += 4, weight += 32, target += 4) {
      const at = sums + load<u32>(point);
      const low = f64x2.mul(v128.load(weight), Pair.load(at));
      const high = f64x2.mul(v128.load(weight, 16), Pair.load(at + 8));
      store<f32>(
        target,
        <f32>(Pair.sum(low) + f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1)),
      );
    }
  }
}

/**
 * Weighted sums of rows of f32, as f32; the products are added in turn, in f64.
 *
 * @param rows The addresses of `taps` rows.
 * @param weights One for each row (f64).
 * @param width The numbers of a row. Up to 7 more are read and written.
 */
export function sumDown(rows: usize, weights: usize, taps: i32, width: i32, target: usize): void {
  const end = rows + 4 * <usize>taps;
  for (let column: usize = 0; column < 4 * <usize>width; column += 32) {
    let first = f64x2.splat(0);
    let second = f64x2.splat(0);
    let third = f64x2.splat(0);
    let fourth = f64x2.splat(0);
    let weightAt = weights;
    for (let row = rows; row < end; row += 4, weightAt += 8) {
      const from = load<usize>(row) + column;
      const weight = v128.load64_splat(weightAt);
      first = f64x2.add(first, f64x2.mul(weight, Pair.load(from)));
      second = f64x2.add(second, f64x2.mul(weight, Pair.load(from + 8)));
      third = f64x2.add(third, f64x2.mul(weight, Pair.load(from + 16)));
      fourth = f64x2.add(fourth, f64x2.mul(weight, Pair.load(from + 24)));
    }
    Pair.store(target + column, first);
    Pair.store(target + column + 8, second);
    Pair.store(target + column + 16, third);
    Pair.store(target + column + 24, fourth);
  }
}

/** Operations on two numbers. AssemblyScript inlines methods. */
class Pair {
  @inline
  static sum(pair: v128): f64 {
    return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
  }

  /** Two f32 as f64. */
  @inline
  static load(from: usize): v128 {
    return f64x2.promote_low_f32x4(v128.load64_zero(from));
  }

  /** Two f64 as f32. */
  @inline
  static store(target: usize, pair: v128): void {
    v128.store64_lane(target, f32x4.demote_f64x2_zero(pair), 0);
  }
}
