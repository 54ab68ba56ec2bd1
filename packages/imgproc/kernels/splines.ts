import { NEAREST } from './border';
import { foldCoordinate, foldOfTaps, isBeyond } from './fold';

/** The planes of a resampling, in the order of `fieldsOf` in `src/keras/transform/resample-in-wasm.ts`. */
@unmanaged
class Splines {
  /** The planes: f32 for the orders 0 and 1, otherwise the coefficients that `filterSplines` makes. */
  source!: usize;
  /** The size with padding. */
  height!: i32;
  width!: i32;
  channels!: i32;
  /** The distances in bytes between two rows, two columns, and two planes. */
  rowStep!: usize;
  columnStep!: usize;
  planeStep!: usize;
  order!: i32;
  border!: i32;
  /** Pixels that were added on each side. */
  padding!: i32;
}

/** The offsets and weights of the values around a point: four offsets (u32) and weights (f64) along a column, and four along a row. */
const ROW_TAPS = memory.data(48, 16);
const COLUMN_TAPS = memory.data(48, 16);

/**
 * Resamples planes of f32: `resample` of the package, with the same operations in the same order.
 *
 * @param matrix Six doubles: those of `PullMatrix`, in its order.
 * @param cval The value beyond the edges for `constant`.
 * @param target Planes of f32 of the size without padding.
 */
export function resampleSplines(splines: Splines, matrix: usize, cval: f32, target: usize): void {
  const height = splines.height - 2 * splines.padding;
  const width = splines.width - 2 * splines.padding;
  const targetStep = 4 * <usize>(height * width);
  const byRow = f64x2(load<f64>(matrix), load<f64>(matrix, 24));
  const byColumn = f64x2(load<f64>(matrix, 8), load<f64>(matrix, 32));
  const offset = f64x2(load<f64>(matrix, 16), load<f64>(matrix, 40));
  const padding = f64x2.splat(<f64>splines.padding);
  const first = f64x2.splat(<f64>(splines.order >> 1));
  const beyond = splines.order === 3 ? 2 : 1;
  const last = f64x2(<f64>(splines.height - beyond), <f64>(splines.width - beyond));
  for (let r: f64 = 0; r < <f64>height; r++) {
    const start = f64x2.add(offset, f64x2.mul(f64x2.splat(r), byRow));
    for (let c: f64 = 0; c < <f64>width; c++, target += 4) {
      const point = f64x2.add(f64x2.add(start, f64x2.mul(f64x2.splat(c), byColumn)), padding);
      const isInside = v128.and(f64x2.ge(point, first), f64x2.lt(point, last));
      if (!i64x2.all_true(isInside) || splines.order === 2) {
        const y = f64x2.extract_lane(point, 0);
        const x = f64x2.extract_lane(point, 1);
        atEdge(splines, y, x, cval, target, targetStep);
      } else if (splines.order === 3) cubic(splines, point, target, targetStep);
      else if (splines.order === 1) linear(splines, point, target, targetStep);
      else nearest(splines, point, target, targetStep);
    }
  }
}

/** Order 0 at a point within the planes. */
function nearest(splines: Splines, point: v128, target: usize, targetStep: usize): void {
  const at = i32x4.trunc_sat_f64x2_s_zero(f64x2.floor(f64x2.add(point, f64x2.splat(0.5))));
  let from = addressOf(splines, at);
  for (let channel = splines.channels; channel > 0; channel--) {
    store<f32>(target, load<f32>(from) + 0); // as a sum, which is never -0
    from += splines.planeStep;
    target += targetStep;
  }
}

/** Order 1 at a point whose four neighbours are within the planes. */
function linear(splines: Splines, point: v128, target: usize, targetStep: usize): void {
  const corner = f64x2.floor(point);
  const one = f64x2.splat(1);
  const near = f64x2.sub(one, f64x2.sub(point, corner));
  const far = f64x2.sub(one, near);
  const upper = f64x2.splat(f64x2.extract_lane(near, 0));
  const lower = f64x2.splat(f64x2.extract_lane(far, 0));
  const across = i64x2.shuffle(near, far, 1, 3);
  let from = addressOf(splines, i32x4.trunc_sat_f64x2_s_zero(corner));
  for (let channel = splines.channels; channel > 0; channel--) {
    const above = f64x2.promote_low_f32x4(v128.load64_zero(from));
    const below = f64x2.promote_low_f32x4(v128.load64_zero(from + splines.rowStep));
    const first = f64x2.mul(f64x2.mul(above, upper), across);
    const second = f64x2.mul(f64x2.mul(below, lower), across);
    const sum = 0 + f64x2.extract_lane(first, 0) + f64x2.extract_lane(first, 1);
    store<f32>(target, <f32>(sum + f64x2.extract_lane(second, 0) + f64x2.extract_lane(second, 1)));
    from += splines.planeStep;
    target += targetStep;
  }
}

/** Order 3 at a point whose 16 neighbours are within the planes. */
function cubic(splines: Splines, point: v128, target: usize, targetStep: usize): void {
  const corner = f64x2.floor(point);
  const first = i32x4.sub(i32x4.trunc_sat_f64x2_s_zero(corner), i32x4.splat(1));
  const x = f64x2.sub(point, corner);
  const one = f64x2.splat(1);
  const z = f64x2.sub(one, x);
  const w0 = f64x2.div(f64x2.mul(f64x2.mul(z, z), z), f64x2.splat(6));
  const w1 = Cubic.inner(x);
  const w2 = Cubic.inner(z);
  const w3 = f64x2.sub(f64x2.sub(f64x2.sub(one, w0), w1), w2);
  const upper = i64x2.shuffle(w0, w1, 0, 2);
  const lower = i64x2.shuffle(w2, w3, 0, 2);
  const c0 = i64x2.shuffle(w0, w0, 1, 1);
  const c1 = i64x2.shuffle(w1, w1, 1, 1);
  const c2 = i64x2.shuffle(w2, w2, 1, 1);
  const c3 = i64x2.shuffle(w3, w3, 1, 1);
  const step = splines.columnStep;
  let from = addressOf(splines, first);
  for (let channel = splines.channels; channel > 0; channel--) {
    let sum: f64 = 0;
    sum = Cubic.sum(sum, from, step, upper, c0, c1, c2, c3);
    sum = Cubic.sum(sum, from + 16, step, lower, c0, c1, c2, c3);
    store<f32>(target, <f32>sum);
    from += splines.planeStep;
    target += targetStep;
  }
}

/** AssemblyScript inlines methods. */
class Cubic {
  /** The weights of the second and third of four values, by the distances of the point from them. */
  @inline
  static inner(x: v128): v128 {
    const product = f64x2.mul(f64x2.mul(x, x), f64x2.sub(x, f64x2.splat(2)));
    return f64x2.div(f64x2.add(f64x2.mul(product, f64x2.splat(3)), f64x2.splat(4)), f64x2.splat(6));
  }

  /** Adds the products of two rows of four values. */
  @inline
  static sum(
    sum: f64,
    from: usize,
    step: usize,
    rows: v128,
    c0: v128,
    c1: v128,
    c2: v128,
    c3: v128,
  ): f64 {
    const first = f64x2.mul(f64x2.mul(v128.load(from), rows), c0);
    const second = f64x2.mul(f64x2.mul(v128.load(from + step), rows), c1);
    const third = f64x2.mul(f64x2.mul(v128.load(from + 2 * step), rows), c2);
    const fourth = f64x2.mul(f64x2.mul(v128.load(from + 3 * step), rows), c3);
    sum += f64x2.extract_lane(first, 0);
    sum += f64x2.extract_lane(second, 0);
    sum += f64x2.extract_lane(third, 0);
    sum += f64x2.extract_lane(fourth, 0);
    sum += f64x2.extract_lane(first, 1);
    sum += f64x2.extract_lane(second, 1);
    sum += f64x2.extract_lane(third, 1);
    return sum + f64x2.extract_lane(fourth, 1);
  }
}

function addressOf(splines: Splines, at: v128): usize {
  const row = <usize>i32x4.extract_lane(at, 0) * splines.rowStep;
  return splines.source + row + <usize>i32x4.extract_lane(at, 1) * splines.columnStep;
}

/** Any order at any point. */
function atEdge(
  splines: Splines,
  y: f64,
  x: f64,
  cval: f32,
  target: usize,
  targetStep: usize,
): void {
  const isInside =
    locate(splines, y, splines.height, splines.rowStep, ROW_TAPS) &&
    locate(splines, x, splines.width, splines.columnStep, COLUMN_TAPS);
  let from = splines.source;
  for (let channel = splines.channels; channel > 0; channel--) {
    store<f32>(target, isInside ? sumOf(splines.order, from) : cval);
    from += splines.planeStep;
    target += targetStep;
  }
}

/** `locate` of the package. */
function locate(splines: Splines, coordinate: f64, side: i32, step: usize, taps: usize): bool {
  const order = splines.order;
  const border = splines.border;
  const size = <f64>side;
  const inside = border === NEAREST ? coordinate : foldCoordinate(coordinate, size, border);
  if (isBeyond(inside, border)) return false;
  const start = floor<f64>(order & 1 ? inside : inside + 0.5) - <f64>(order >> 1);
  for (let tap = 0; tap <= order; tap++) {
    const index = start + <f64>tap;
    const isWithin = index >= 0 && index < size;
    const at = isWithin ? index : foldCoordinate(index, size, foldOfTaps(border));
    store<usize>(taps + 4 * <usize>tap, <usize>(<i32>at) * step);
  }
  weigh(inside, order, taps + 16);
  return true;
}

/** `splineWeights` of the package. */
function weigh(at: f64, order: i32, weights: usize): void {
  if (order === 0) {
    store<f64>(weights, 1);
    return;
  }
  const x = at - floor<f64>(order === 2 ? at + 0.5 : at);
  if (order === 1) {
    store<f64>(weights, 1 - x);
    store<f64>(weights, 1 - (1 - x), 8);
    return;
  }
  const z: f64 = order === 2 ? 0.5 - x : 1 - x;
  const w0 = order === 2 ? 0.5 * z * z : (z * z * z) / 6;
  const w1 = order === 2 ? 0.75 - x * x : (x * x * (x - 2) * 3 + 4) / 6;
  const w2 = order === 2 ? 1 - w0 - w1 : (z * z * (z - 2) * 3 + 4) / 6;
  store<f64>(weights, w0);
  store<f64>(weights, w1, 8);
  store<f64>(weights, w2, 16);
  store<f64>(weights, 1 - w0 - w1 - w2, 24);
}

/** The sum at the taps of a plane. */
function sumOf(order: i32, plane: usize): f32 {
  let sum: f64 = 0;
  for (let i: usize = 0; i <= <usize>order; i++) {
    const row = plane + load<usize>(ROW_TAPS + 4 * i);
    const weight = load<f64>(ROW_TAPS + 16 + 8 * i);
    for (let j: usize = 0; j <= <usize>order; j++) {
      const at = row + load<usize>(COLUMN_TAPS + 4 * j);
      const value = order < 2 ? <f64>load<f32>(at) : load<f64>(at);
      sum += value * weight * load<f64>(COLUMN_TAPS + 16 + 8 * j);
    }
  }
  return <f32>sum;
}
