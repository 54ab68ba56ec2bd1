/** The numbers of a filter of splines, in the order of `filterNumbers` in `src/keras/transform/resample-in-wasm.ts`. */
@unmanaged
export class SplineFilter {
  pole!: f64;
  /** The product of the factors of both passes. */
  gain!: f64;
  /** A power of the pole for lines as long as the rows, and one for lines as long as the columns. */
  endOfRow!: f64;
  endOfColumn!: f64;
}

/**
 * Computes the coefficients of splines: `splineCoefficients` of the package, with the same operations in the same order. They are transposed: a
 * row of the result is a column of the plane.
 *
 * @param source A plane of f32.
 * @param padding Pixels that repeat the edge, added on each side.
 * @param isReflected Whether lines continue as `REFLECT` of the package; otherwise as `MIRROR`.
 * @param plane Memory for as many f64 as the padded plane has, with rows of an even length.
 * @param target Likewise, with columns of an even length.
 */
export function filterSplines(
  source: usize,
  height: i32,
  width: i32,
  padding: i32,
  filter: SplineFilter,
  isReflected: bool,
  plane: usize,
  target: usize,
): void {
  const rows = height + 2 * padding;
  const columns = width + 2 * padding;
  widen(source, height, width, padding, plane);
  filterColumns(plane, rows, columns, filter, filter.endOfColumn, isReflected);
  transpose(plane, rows, columns, target);
  filterColumns(target, columns, rows, filter, filter.endOfRow, isReflected);
}

/** The bytes of a row of f64, whose length is made even. */
export function rowBytes(width: i32): usize {
  return ((<usize>(width + 1)) >> 1) << 4;
}

function widen(source: usize, height: i32, width: i32, padding: i32, plane: usize): void {
  const stride = rowBytes(width + 2 * padding);
  for (let y = -padding; y < height + padding; y++, plane += stride) {
    const from = source + 4 * <usize>(max(0, min(height - 1, y)) * width);
    store<f64>(plane + stride - 8, 0);
    let target = plane;
    for (let x = -padding; x < width + padding; x++, target += 8) {
      store<f64>(target, load<f32>(from + 4 * <usize>max(0, min(width - 1, x))));
    }
  }
}

function transpose(plane: usize, rows: i32, columns: i32, target: usize): void {
  const stride = rowBytes(columns);
  const targetStride = rowBytes(rows);
  for (let x = 0; x < columns; x++, plane += 8, target += targetStride) {
    store<f64>(target + targetStride - 8, 0);
    let from = plane;
    const end = target + 8 * <usize>rows;
    for (let to = target; to < end; to += 8, from += stride) store<f64>(to, load<f64>(from));
  }
}

/** Filters each column of a plane, two at once. */
function filterColumns(
  plane: usize,
  rows: i32,
  columns: i32,
  filter: SplineFilter,
  end: f64,
  isReflected: bool,
): void {
  if (rows < 2) return;
  const stride = rowBytes(columns);
  const pole = f64x2.splat(filter.pole);
  const gain = f64x2.splat(filter.gain);
  const bottom = plane + stride * <usize>(rows - 1);
  const after = bottom + stride;
  for (let at = plane; at < after; at += 16) v128.store(at, f64x2.mul(v128.load(at), gain));
  for (let at = plane; at < plane + stride; at += 16) {
    const first = isReflected
      ? Ends.reflected(at, rows, stride, filter.pole, end)
      : Ends.mirrored(at, rows, stride, filter.pole, end);
    v128.store(at, first);
  }
  for (let at = plane + stride; at < after; at += 16) {
    v128.store(at, f64x2.add(v128.load(at), f64x2.mul(pole, v128.load(at - stride))));
  }
  for (let at = bottom; at < after; at += 16) {
    const last = v128.load(at);
    const value = isReflected
      ? f64x2.mul(last, f64x2.splat(filter.pole / (filter.pole - 1)))
      : f64x2.div(
          f64x2.mul(f64x2.add(f64x2.mul(pole, v128.load(at - stride)), last), pole),
          f64x2.splat(filter.pole * filter.pole - 1),
        );
    v128.store(at, value);
  }
  for (let row = bottom - stride; row >= plane; row -= stride) {
    for (let at = row; at < row + stride; at += 16) {
      v128.store(at, f64x2.mul(pole, f64x2.sub(v128.load(at + stride), v128.load(at))));
    }
  }
}

/** The first values of two columns before the pass downwards: `first` of the `SplineEnds` of the package. AssemblyScript inlines methods. */
class Ends {
  @inline
  static mirrored(from: usize, rows: i32, stride: usize, pole: f64, end: f64): v128 {
    const ends = f64x2.splat(end);
    const bottom = from + stride * <usize>(rows - 1);
    let weight = pole;
    let total = f64x2.add(v128.load(from), f64x2.mul(ends, v128.load(bottom)));
    let opposite = bottom - stride;
    for (let at = from + stride; at < bottom; at += stride, opposite -= stride) {
      const pair = f64x2.add(v128.load(at), f64x2.mul(ends, v128.load(opposite)));
      total = f64x2.add(total, f64x2.mul(f64x2.splat(weight), pair));
      weight *= pole;
    }
    return f64x2.div(total, f64x2.splat(1 - end * end));
  }

  @inline
  static reflected(from: usize, rows: i32, stride: usize, pole: f64, end: f64): v128 {
    const ends = f64x2.splat(end);
    const before = v128.load(from);
    const bottom = from + stride * <usize>(rows - 1);
    let weight = pole;
    let total = f64x2.add(before, f64x2.mul(ends, v128.load(bottom)));
    let opposite = bottom - stride;
    for (let at = from + stride; at <= bottom; at += stride, opposite -= stride) {
      const other = at === bottom ? total : v128.load(opposite);
      const pair = f64x2.add(v128.load(at), f64x2.mul(ends, other));
      total = f64x2.add(total, f64x2.mul(f64x2.splat(weight), pair));
      weight *= pole;
    }
    return f64x2.add(f64x2.mul(total, f64x2.splat(pole / (1 - end * end))), before);
  }
}
