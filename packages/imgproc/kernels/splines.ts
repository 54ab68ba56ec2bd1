import { atEdge } from './splines-at-edge';
import { Splines } from './spline-planes';

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
